import { useEffect, useRef, useState } from 'react';
import { PicturePicker } from '@/components/admin/pictures/picture-picker.client';
import type { Say } from '@/lib/site/labels';

export interface PictureChoice {
  id: number;
  address: string;
  alt: string;
  caption: string;
  credit: string;
}

interface PictureChooserProps {
  /** The chosen picture's id as text; `''` without one. */
  chosen: string;
  choices: readonly PictureChoice[];
  /** What is drawn for a story without a picture; a new story has none yet. */
  cover?: string | undefined;
  error?: string | undefined;
  /** Shown where nothing is chosen, in place of the hint that a cover is drawn. */
  hint?: string;
  say: Say;
}

/** The lead picture: what it is now, and the newest of the library to choose from. */
export function PictureChooser({
  chosen: stored,
  choices: newest,
  cover,
  error,
  hint,
  say,
}: PictureChooserProps) {
  const { chosen, choices, fieldset, setPicked } = usePickedPicture(stored, newest);
  const current = choices.find(({ id }) => String(id) === chosen);
  const image = current?.address ?? cover;
  return (
    <>
      {image && (
        <span className="pic pic--lead">
          {/* biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off */}
          <img src={image} alt={current?.alt ?? ''} width="608" height="342" />
        </span>
      )}
      <div className="gap-2 flex flex-wrap [&>.btn]:flex-[1_1_auto]">
        <PicturePicker
          say={say}
          label={say(chosen === '' ? 'pictures.pick' : 'storyDesk.changePicture')}
          onChoose={(picture) => setPicked({ ...picture, address: picture.thumb })}
        />
        {chosen !== '' && (
          <button type="button" className="btn noscript:hidden" onClick={() => setPicked('none')}>
            {say('storyDesk.removePicture')}
          </button>
        )}
      </div>
      {!current && <p className="hint">{hint ?? say('storyDesk.coverHint')}</p>}
      <details open={Boolean(error)}>
        <summary className="py-[0.35rem] text-(length:--text-meta) font-medium cursor-pointer">
          {say('storyDesk.newestPictures')}
        </summary>
        <fieldset
          className="pt-[0.6rem] min-w-0"
          ref={fieldset}
          aria-describedby={error ? 'pictureId-error' : undefined}
        >
          <legend className="vh">{say('storyDesk.choosePicture')}</legend>
          <PictureRadios chosen={chosen} choices={choices} say={say} />
        </fieldset>
      </details>
      {error && (
        <p className="err" id="pictureId-error">
          {error}
        </p>
      )}
    </>
  );
}

/** The chosen picture, which a dialog may change. `setPicked('none')` takes it away again. */
function usePickedPicture(stored: string, newest: readonly PictureChoice[]) {
  // Null: nothing was done here.
  const [picked, setPicked] = useState<PictureChoice | 'none' | null>(null);
  const chosen = picked === null ? stored : picked === 'none' ? '' : String(picked.id);
  const fieldset = useRef<HTMLFieldSetElement>(null);
  // As if a radio button had been pressed, so that the autosaver notices.
  useEffect(() => {
    if (picked !== null) fieldset.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [picked]);
  const choices =
    picked && picked !== 'none' ? [picked, ...newest.filter(({ id }) => id !== picked.id)] : newest;
  return { chosen, choices, fieldset, setPicked };
}

function PictureRadios({ chosen, choices, say }: Pick<PictureChooserProps, 'chosen' | 'choices' | 'say'>) {
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
