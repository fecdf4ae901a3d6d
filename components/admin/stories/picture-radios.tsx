import type { Say } from '@/lib/site/labels';

export interface PictureChoice {
  id: number;
  address: string;
  alt: string;
  caption: string;
  credit: string;
}

interface PictureRadiosProps {
  /** The chosen picture's id as text; `''` without one. */
  chosen: string;
  choices: readonly PictureChoice[];
  say: Say;
}

/** The choices of the form, which work without script. */
export function PictureRadios({ chosen, choices, say }: PictureRadiosProps) {
  // Chosen before and not among the newest: it stays chosen.
  const isElsewhere = chosen !== '' && !choices.some(({ id }) => String(id) === chosen);
  return (
    <>
      <label className="check">
        <input type="radio" name="pictureId" value="" key={chosen} defaultChecked={chosen === ''} />
        <span>{say('storyDesk.withoutPicture')}</span>
      </label>
      {isElsewhere && (
        <label className="check">
          <input type="radio" name="pictureId" value={chosen} key={chosen} defaultChecked />
          <span>{say('storyDesk.pictureNumber', { id: Number(chosen) || 0 })}</span>
        </label>
      )}
      <div className="chooser__grid">
        {choices.map((picture) => (
          <label
            className="relative block cursor-pointer [&_input:checked+img]:border-ink [&_input:focus-visible+img]:[outline:3px_solid_var(--color-focus)]"
            key={`${picture.id} of ${chosen}`}
          >
            <input
              className="top-[0.4rem] left-[0.4rem] absolute"
              type="radio"
              name="pictureId"
              value={picture.id}
              defaultChecked={String(picture.id) === chosen}
            />
            {/* biome-ignore lint/performance/noImgElement: as above */}
            <img
              className="border-3 border-transparent w-full aspect-3/2 object-cover bg-wash-2"
              src={picture.address}
              alt={picture.alt || picture.caption || say('storyDesk.pictureNumber', { id: picture.id })}
              width="120"
              height="80"
              loading="lazy"
            />
          </label>
        ))}
      </div>
      {choices.length === 0 && <p className="hint">{say('storyDesk.libraryEmpty')}</p>}
    </>
  );
}
