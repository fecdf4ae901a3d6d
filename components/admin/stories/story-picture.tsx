import { PicturePicker } from '@/components/admin/pictures/picture-picker.client';
import type { Say } from '@/lib/site/labels';
import { type PictureChoice, PictureRadios } from './picture-radios';
import { usePickedPicture } from './use-picked-picture';

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
