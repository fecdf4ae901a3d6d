import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';

export interface ShownMedia {
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
export function MediaGrid({ media, say }: { media: readonly ShownMedia[]; say: Say }) {
  return (
    <ul className="lib lib--media">
      {media.map((one) => (
        <li key={one.file} className="lib__one">
          <a href={`/admin/media/${one.file}`}>
            <span className="lib__pic lib__still">
              {one.kind === 'video' ? (
                <video
                  src={`/media/${one.file}#t=1`}
                  preload="metadata"
                  muted
                  tabIndex={-1}
                  aria-hidden="true"
                />
              ) : (
                <Icon name="sound" />
              )}
              {one.length !== '' && <span className="lib__length">{one.length}</span>}
            </span>
            <span className={one.title ? 'lib__caption' : 'lib__caption lib__caption--none'}>
              {one.title || say('mediaLibrary.nameless')}
            </span>
          </a>
          <p className="meta">
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
