import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';

export interface MediaGridItem {
  /** As in `0f3a….mp4`. */
  file: string;
  kind: 'audio' | 'video';
  /** Caption, or what it was called; `''`: neither. */
  title: string;
  /** As in ৩:২৫; `''`: not known. */
  length: string;
  size: string;
  credit: string;
  date: string;
  uses: number;
}

/** The library as a wall: a film by a frame of its first second, a sound by a sign. Each leads to its own page. */
export function MediaGrid({ media, say }: { media: readonly MediaGridItem[]; say: Say }) {
  return (
    <ul className="lib--media gap-y-5 gap-x-4 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] md:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]">
      {media.map((one) => (
        <li key={one.file} className="lib__one min-w-0">
          <a className="block" href={`/admin/media/${one.file}`}>
            <span className="overflow-hidden bg-wash-2 relative grid place-items-center aspect-16/9 text-ink-3 [&_.icon]:w-10 [&_.icon]:h-10">
              {one.kind === 'video' ? (
                <video
                  className="w-full h-full object-contain"
                  src={`/media/${one.file}#t=1`}
                  preload="metadata"
                  muted
                  tabIndex={-1}
                  aria-hidden="true"
                />
              ) : (
                <Icon name="sound" />
              )}
              {one.length !== '' && (
                <span className="lib__length py-0 px-[0.35rem] bottom-[0.35rem] right-[0.35rem] text-micro/[1.5] absolute bg-ink text-paper">
                  {one.length}
                </span>
              )}
            </span>
            <span
              className={
                one.title
                  ? 'line-clamp-3 mt-[0.4rem] text-small/[1.5] font-serif font-strong wrap-anywhere'
                  : 'line-clamp-3 mt-[0.4rem] text-small/[1.5] font-serif font-text wrap-anywhere text-ink-3'
              }
            >
              {one.title || say('mediaLibrary.nameless')}
            </span>
          </a>
          <p className="meta text-micro wrap-anywhere">
            {[
              say(`mediaLibrary.kind.${one.kind}`),
              one.size,
              one.credit,
              one.date,
              one.uses > 0 ? say('mediaLibrary.usedIn', { count: one.uses }) : say('mediaLibrary.unused'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
