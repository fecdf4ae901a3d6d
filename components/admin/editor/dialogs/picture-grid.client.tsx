'use client';

import type { Say } from '@/lib/site/labels';
import type { KnownPicture } from '../editor-context';

export function PictureGrid({
  say,
  pictures,
  chosen,
  put,
}: {
  say: Say;
  pictures: readonly KnownPicture[];
  chosen: readonly number[];
  put: (ids: number[]) => void;
}) {
  if (pictures.length === 0) return <p className="hint">{say('storyDesk.libraryEmpty')}</p>;
  return (
    <fieldset className="chooser__grid">
      <legend className="vh">{say('storyDesk.choosePicture')}</legend>
      {pictures.map(({ id, address, alt, caption }) => (
        <label
          className="relative block cursor-pointer [&_input:checked+img]:border-ink [&_input:focus-visible+img]:[outline:3px_solid_var(--color-focus)]"
          key={id}
        >
          <input
            className="top-[0.4rem] left-[0.4rem] absolute"
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              put(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          {/* biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off */}
          <img
            className="border-3 border-transparent w-full aspect-3/2 object-cover bg-wash-2"
            src={address}
            alt={alt || caption || say('storyDesk.pictureNumber', { id })}
            width="120"
            height="80"
            loading="lazy"
          />
        </label>
      ))}
    </fieldset>
  );
}
