import type { KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ShownSlot } from '@/lib/forms/front-form-state';
import type { LabelKey } from '@/lib/site/labels';

interface Slot {
  slot: ShownSlot;
  zone: string;
  isFirst: boolean;
  isLast: boolean;
  isHeld: boolean;
  error: string | undefined;
  sources: readonly { value: string; label: string }[];
  /** What was typed into a field and could not be kept. */
  typed: (field: string) => string | undefined;
  say: (key: LabelKey) => string;
  onHandleKey: (event: KeyboardEvent, place: string) => void;
}

/** One place of a front: what stands in it, and what can be done with it. */
export function FrontSlot({ slot, zone, isFirst, isLast, isHeld, error, sources, typed, say, ...on }: Slot) {
  const { place, story } = slot;
  const about = `${zone}: ${slot.name}`;
  const id = place.replace(' ', '-');
  const headline = typed(`${place} headline`) ?? slot.headline;
  const until = typed(`${place} until`) ?? slot.until;
  const looks = ['slot', isHeld && 'is-held', slot.isPinned && 'is-pinned', !story && 'slot--empty'];
  return (
    <li
      className={looks.filter(Boolean).join(' ')}
      data-place={place}
      data-carry={story ? `place:${place}` : undefined}
    >
      <span className="slot__no">
        <b>{slot.name}</b>
        {isHeld ? (
          <span>{say('fronts.isHeld')}</span>
        ) : slot.isPinned ? (
          <span className="pinned">
            <Icon name="pin" />
            {slot.untilWords || say('fronts.isPinned')}
          </span>
        ) : (
          <span>{say('fronts.automatic')}</span>
        )}
      </span>
      {slot.trouble && <p className="err">{slot.trouble}</p>}
      {story ? (
        <>
          {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
          <img className="slot__pic" src={story.picture} alt="" width={120} height={80} draggable={false} />
          <h3>{story.headline}</h3>
          <span className="meta">{story.about}</span>
        </>
      ) : (
        <p className="slot__none">{say('fronts.emptySlot')}</p>
      )}
      <details className="slot__more">
        <summary>
          {say('fronts.more')}
          <span className="vh"> {about}</span>
        </summary>
        <div className="slot__fields" data-kept>
          <label className="field">
            <span>{say('fronts.from')}</span>
            <select className="select" name={`${place} from`} key={slot.from} defaultValue={slot.from}>
              {sources.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {(slot.isPinned || slot.trouble) && (
            <>
              <label className="field">
                <span>{say('fronts.headline')}</span>
                <input
                  className="input"
                  name={`${place} headline`}
                  data-typed-as={`headline of ${slot.pin}`}
                  key={`headline ${headline}`}
                  defaultValue={headline}
                  maxLength={120}
                  autoComplete="off"
                />
              </label>
              <label className="field">
                <span>{say('fronts.until')}</span>
                <input
                  className="input"
                  type="datetime-local"
                  name={`${place} until`}
                  data-typed-as={`until of ${slot.pin}`}
                  key={`until ${until}`}
                  defaultValue={until}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `${id}-error` : undefined}
                />
                {error && (
                  <span className="err" id={`${id}-error`}>
                    {error}
                  </span>
                )}
              </label>
            </>
          )}
          <Button name="do" value="save">
            {say('fronts.save')}
          </Button>
        </div>
      </details>
      <div className="slot__do">
        <button
          className="btn"
          type="button"
          data-button="grab"
          data-grip=""
          aria-pressed={isHeld}
          onKeyDown={(event) => on.onHandleKey(event, place)}
        >
          <Icon name="grip" />
          <span className="vh">
            {say('fronts.grab')} {about}
          </span>
        </button>
        {!isFirst && story && (
          <Act does={`up ${place}`} icon="up" button="up" words={say('fronts.up')} about={about} />
        )}
        {!isLast && story && (
          <Act does={`down ${place}`} icon="down" button="down" words={say('fronts.down')} about={about} />
        )}
        {story && !slot.isPinned && (
          <Act does={`hold ${place}`} icon="pin" button="pin" words={say('fronts.pin')} about={about} />
        )}
        {(slot.isPinned || slot.trouble) && (
          <Act does={`unpin ${place}`} icon="cross" button="pin" words={say('fronts.unpin')} about={about} />
        )}
      </div>
    </li>
  );
}

function Act({
  does,
  icon,
  button,
  words,
  about,
}: {
  does: string;
  icon: 'up' | 'down' | 'pin' | 'cross';
  button: string;
  words: string;
  about: string;
}) {
  return (
    <button className="btn" type="submit" name="do" value={does} data-button={button}>
      <Icon name={icon} />
      <span className="vh">
        {words} {about}
      </span>
    </button>
  );
}
