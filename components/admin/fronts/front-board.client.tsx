'use client';

import type { KeyboardEvent } from 'react';
import type { Board, FrontFormState } from '@/lib/forms/front-form-state';
import type { LabelKey } from '@/lib/site/labels';
import { type HeldSlot, placeDescription, placesOf } from './board-keys';
import { BoardNotice, BoardToolbar } from './board-toolbar';
import { EditionList } from './edition-list';
import type { FrontLabels, FrontOption } from './front-labels';
import { FrontSlot } from './front-slot';
import { type PoolStory, StoryPool } from './story-pool';
import { useFrontBoard } from './use-front-board.client';
import { NewZone, ZonePanel } from './zone-panel';

export interface FrontBoardProps {
  board: Board;
  action: (state: FrontFormState, form: FormData) => Promise<FrontFormState>;
  labels: FrontLabels;
  /** What can fill a slot. */
  sources: readonly FrontOption[];
  layouts: readonly FrontOption[];
  sections: readonly FrontOption[];
  /** The stories that were found, to be put onto the front. */
  stories: readonly PoolStory[];
  query: string;
}

/**
 * The board of a front. Each button is a submit button, so that it works without script; with script the same form is
 * sent in place, a field is saved when it is left, and stories are moved by drag or by the keyboard.
 */
export function FrontBoard(props: FrontBoardProps) {
  const { labels, sources, layouts, sections } = props;
  const { board, state, form, send, submit, held, onBlur, onHandleKey } = useFrontBoard(props);
  const say = (key: LabelKey) => labels[key] ?? '';
  const places = placesOf(board);
  return (
    <form
      action={send}
      ref={form}
      id="board"
      noValidate
      onBlur={onBlur}
      onSubmit={submit.onSubmit}
      aria-busy={submit.isBusy}
    >
      {/* Enter in a field submits by the form's first button: this one saves, and does nothing else. */}
      <button className="vh" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true">
        {say('fronts.save')}
      </button>
      <input type="hidden" name="slug" value={board.slug} />
      <input type="hidden" name="basedOn" value={board.version} />
      <input type="hidden" name="arrangement" value={board.arrangement} />
      <BoardToolbar board={board} say={say} />
      <BoardNotice state={state} slug={board.slug} say={say} />
      <div className="gap-6 grid lg:grid-cols-[17rem_minmax(0,1fr)]">
        <StoryPool
          stories={props.stories}
          query={props.query}
          zones={board.zones}
          into={state.values.into ?? places[0]}
          say={say}
        />
        <div className="board">
          <BoardZones {...{ board, held, state, layouts, sources, say, onHandleKey }} />
          <HeldStatus board={board} held={held} focus={state.focus} say={say} />
          <NewZone layouts={layouts} sections={sections} say={say} />
          <EditionList editions={board.editions} say={say} />
        </div>
      </div>
    </form>
  );
}

interface BoardZonesProps extends Pick<FrontBoardProps, 'board' | 'layouts' | 'sources'> {
  held: HeldSlot | null;
  state: FrontFormState;
  say: (key: LabelKey) => string;
  onHandleKey: (event: KeyboardEvent, place: string) => void;
}

function BoardZones({ board, held, state, layouts, sources, say, onHandleKey }: BoardZonesProps) {
  const isRefused = state.notice?.kind === 'refused';
  const unsavedValue = (field: string) => (isRefused ? state.values[field] : undefined);
  const places = placesOf(board);
  return board.zones.map((zone, at) => (
    <ZonePanel key={zone.id} zone={zone} layouts={layouts} say={say}>
      {zone.slots.map((slot, index) => (
        <FrontSlot
          key={slot.place}
          slot={slot}
          zone={zone.name}
          isFirst={at === 0 && index === 0}
          isLast={slot.place === places.at(-1)}
          isHeld={held?.place === slot.place}
          error={state.errors[`${slot.place} until`]}
          sources={sources}
          unsavedValue={unsavedValue}
          say={say}
          onHandleKey={onHandleKey}
        />
      ))}
    </ZonePanel>
  ));
}

/** Where the held slot is, or the one that was just moved, for screen readers. */
function HeldStatus({
  board,
  held,
  focus,
  say,
}: Pick<BoardZonesProps, 'board' | 'held' | 'say'> & { focus: FrontFormState['focus'] }) {
  return (
    <p className={held ? 'note' : 'vh'} role="status">
      {held
        ? `${placeDescription(board, held.place)} ${say('fronts.held')}`
        : focus
          ? placeDescription(board, focus.place)
          : ''}
    </p>
  );
}
