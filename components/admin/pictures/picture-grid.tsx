import type { Say } from '@/lib/site/labels';

export interface GridPicture {
  id: number;
  thumb: string;
  alt: string;
  caption: string;
  credit: string;
  /** When it was taken, or else sent in, in words. */
  date: string;
  uses: number;
  missing: readonly ('caption' | 'credit' | 'alt')[];
}

/** The library as a wall of pictures; each leads to its own page. */
export function PictureGrid({ pictures, say }: { pictures: readonly GridPicture[]; say: Say }) {
  return (
    <ul className="gap-y-5 gap-x-4 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] md:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]">
      {pictures.map((picture) => (
        <li key={picture.id} className="lib__one min-w-0">
          <a className="block" href={`/admin/pictures/${picture.id}`}>
            <span className="block bg-wash-2">
              {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
              <img
                className="w-full h-auto aspect-3/2 object-contain"
                src={picture.thumb}
                alt=""
                width="320"
                height="213"
                loading="lazy"
                decoding="async"
              />
            </span>
            <span
              className={
                picture.caption
                  ? 'line-clamp-3 mt-[0.4rem] text-small/[1.5] font-serif font-strong wrap-anywhere'
                  : 'line-clamp-3 mt-[0.4rem] text-small/[1.5] font-serif font-text wrap-anywhere text-ink-3'
              }
            >
              {picture.caption || say('pictures.noCaption')}
            </span>
            <span className="vh">{say('pictures.picture', { id: picture.id })}</span>
          </a>
          <p className="meta text-micro wrap-anywhere">
            {[picture.credit, picture.date].filter(Boolean).join(' · ')}
            {' · '}
            {picture.uses > 0 ? say('pictures.usedIn', { count: picture.uses }) : say('pictures.unused')}
          </p>
          {picture.missing.length > 0 && (
            <p className="text-micro/[1.5] font-medium text-warn">
              {say('pictures.needs', { fields: fieldsIn(picture.missing, say) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function fieldsIn(missing: GridPicture['missing'], say: Say): string {
  return missing.map((field) => say(`pictures.field.${field}`)).join(', ');
}
