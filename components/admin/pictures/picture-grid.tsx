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
    <ul className="lib">
      {pictures.map((picture) => (
        <li key={picture.id} className="lib__one">
          <a href={`/admin/pictures/${picture.id}`}>
            <span className="lib__pic">
              {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
              <img src={picture.thumb} alt="" width="320" height="213" loading="lazy" decoding="async" />
            </span>
            <span className={picture.caption ? 'lib__caption' : 'lib__caption lib__caption--none'}>
              {picture.caption || say('pictures.noCaption')}
            </span>
            <span className="vh">{say('pictures.picture', { id: picture.id })}</span>
          </a>
          <p className="meta">
            {[picture.credit, picture.date].filter(Boolean).join(' · ')}
            {' · '}
            {picture.uses > 0 ? say('pictures.usedIn', { count: picture.uses }) : say('pictures.unused')}
          </p>
          {picture.missing.length > 0 && (
            <p className="lib__missing">
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
