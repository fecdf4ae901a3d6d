import type { KeyboardEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import type { FrontSlotView } from '@/lib/forms/front-form-state';
import type { FrontOption, FrontSay } from './front-labels';
import { SlotFields } from './slot-fields';

interface FrontSlotProps {
  slot: FrontSlotView;
  /** The name of the container that it is in. */
  zone: string;
  isFirst: boolean;
  isLast: boolean;
  isHeld: boolean;
  error: string | undefined;
  sources: readonly FrontOption[];
  /** What was typed into a field and could not be saved. */
  unsavedValue: (field: string) => string | undefined;
  say: FrontSay;
  onHandleKey: (event: KeyboardEvent, place: string) => void;
}

/** One place of a front: the story in it, its fields, and its buttons. */
export function FrontSlot(props: FrontSlotProps) {
  const { slot, isHeld, say } = props;
  const { place, story } = slot;
  const about = `${props.zone}: ${slot.name}`;
  const looks = ['slot', isHeld && 'is-held', slot.isPinned && 'is-pinned', !story && 'slot--empty'];
  return (
    <li
      className={looks.filter(Boolean).join(' ')}
      data-place={place}
      data-carry={story ? `place:${place}` : undefined}
    >
      <SlotStatus slot={slot} isHeld={isHeld} say={say} />
      {slot.trouble && <p className="err">{slot.trouble}</p>}
      {story ? (
        <>
          {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
          <img className="slot__pic" src={story.picture} alt="" width={120} height={80} draggable={false} />
          <h3>{story.headline}</h3>
          <span className="meta">{story.about}</span>
        </>
      ) : (
        <p className="py-4 text-ink-3">{say('fronts.emptySlot')}</p>
      )}
      <SlotFields
        slot={slot}
        about={about}
        error={props.error}
        sources={props.sources}
        unsavedValue={props.unsavedValue}
        say={say}
      />
      <SlotButtons {...props} about={about} />
    </li>
  );
}

function SlotStatus({ slot, isHeld, say }: Pick<FrontSlotProps, 'slot' | 'isHeld' | 'say'>) {
  return (
    <span className="gap-2 text-micro/[1.5] font-sans font-strong text-ink-3 flex items-center flex-wrap">
      <b className="text-accent">{slot.name}</b>
      {isHeld ? (
        <span>{say('fronts.isHeld')}</span>
      ) : slot.isPinned ? (
        <span className="gap-1 inline-flex items-center text-info [&_.icon]:w-[1em] [&_.icon]:h-[1em]">
          <Icon name="pin" />
          {slot.untilWords || say('fronts.isPinned')}
        </span>
      ) : (
        <span>{say('fronts.automatic')}</span>
      )}
    </span>
  );
}

function SlotButtons({
  slot,
  isFirst,
  isLast,
  isHeld,
  say,
  onHandleKey,
  about,
}: FrontSlotProps & { about: string }) {
  const { place, story } = slot;
  return (
    <div className="slot__do gap-[0.1rem] flex flex-wrap [&_.btn:hover]:border-control [&_.btn[aria-pressed='true']]:border-control">
      <button
        className="btn"
        type="button"
        data-button="grab"
        data-grip=""
        aria-pressed={isHeld}
        onKeyDown={(event) => onHandleKey(event, place)}
      >
        <Icon name="grip" />
        <span className="vh">
          {say('fronts.grab')} {about}
        </span>
      </button>
      {!isFirst && story && (
        <SlotButton command={`up ${place}`} icon="up" button="up" label={say('fronts.up')} about={about} />
      )}
      {!isLast && story && (
        <SlotButton
          command={`down ${place}`}
          icon="down"
          button="down"
          label={say('fronts.down')}
          about={about}
        />
      )}
      {story && !slot.isPinned && (
        <SlotButton
          command={`hold ${place}`}
          icon="pin"
          button="pin"
          label={say('fronts.pin')}
          about={about}
        />
      )}
      {(slot.isPinned || slot.trouble) && (
        <SlotButton
          command={`unpin ${place}`}
          icon="cross"
          button="pin"
          label={say('fronts.unpin')}
          about={about}
        />
      )}
    </div>
  );
}

interface SlotButtonProps {
  command: string;
  icon: 'up' | 'down' | 'pin' | 'cross';
  /** The name by which an answer gives the focus back to it. */
  button: string;
  label: string;
  about: string;
}

function SlotButton({ command, icon, button, label, about }: SlotButtonProps) {
  return (
    <button className="btn" type="submit" name="do" value={command} data-button={button}>
      <Icon name={icon} />
      <span className="vh">
        {label} {about}
      </span>
    </button>
  );
}
