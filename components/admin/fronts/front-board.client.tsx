'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button, ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import type { Board, FrontFormState } from '@/lib/forms/front-form-state';
import type { LabelKey } from '@/lib/site/labels';
import { FrontSlot } from './front-slot';
import { useDrag } from './use-drag';

export type FrontWords = Partial<Record<LabelKey, string>>;
type Option = { value: string; label: string };

export interface FrontBoardProps {
  board: Board;
  action: (state: FrontFormState, form: FormData) => Promise<FrontFormState>;
  words: FrontWords;
  sources: readonly Option[];
  layouts: readonly Option[];
  sections: readonly Option[];
  offered: readonly { id: number; headline: string; about: string; picture: string }[];
  find: string;
}

/**
 * The board of a front. Each button is a submit button, so that it works without script; with script the same form
 * is sent in place, what is typed is kept when a field is left, and stories are moved by drag or by the keyboard.
 */
export function FrontBoard({ action, words, sources, layouts, sections, ...given }: FrontBoardProps) {
  // The board stays as it was last answered, and the places that what was typed is named by with it.
  const [state, send, isSending] = useRetrySafeForm(action, { values: {}, errors: {} }, ({ board }) =>
    board ? { board } : {},
  );
  const board = state.board ?? given.board;
  const say = (key: LabelKey) => words[key] ?? '';
  const isRefused = state.notice?.kind === 'refused';
  const typed = (field: string) => (isRefused ? state.values[field] : undefined);
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  const [, startTransition] = useTransition();
  /** The place that is held by the keyboard, and the arrangement to go back to. */
  const [held, setHeld] = useState<{ place: string; before: string } | null>(null);

  /** What was pressed for the answer that comes next, and where the focus was led by the one before. */
  const pressed = useRef<Element | null>(null);
  const led = useRef<Element | null>(null);
  // Before the answer is to be seen: who presses the next key at once presses it where they expect to be. So whoever
  // has gone on to another button meanwhile stays on it, also where the answer is a page whose script comes later.
  useLayoutEffect(() => {
    if (!state.focus) return;
    const now = document.activeElement;
    if (now !== document.body && now !== pressed.current && now !== led.current) return;
    const slot = document.querySelector(`[data-place="${state.focus.place}"]`);
    const next = slot?.querySelector<HTMLElement>(`[data-button="${state.focus.button}"]`);
    next?.focus();
    led.current = next ?? null;
  }, [state]);

  /** Done while an answer is under way: sent one after the other as answers come, each on what is new by then. */
  const waiting = useRef<(() => void)[]>([]);
  const isUnanswered = useRef(false);
  isUnanswered.current = state.isUnanswered === true;
  useEffect(() => {
    if (isSending) return;
    // Each of them was meant for a board that nobody knows now.
    if (isUnanswered.current) waiting.current = [];
    waiting.current.shift()?.();
  }, [isSending]);
  const isBusy = isSending || waiting.current.length > 0;

  function doIt(what: string, arrangement?: string): void {
    const by = document.activeElement;
    if (isSending) {
      waiting.current.push(() => doNow(what, by, arrangement));
      return;
    }
    doNow(what, by, arrangement);
  }

  function doNow(what: string, by: Element | null, arrangement?: string): void {
    if (!form.current) return;
    const sent = new FormData(form.current);
    sent.set('do', what);
    if (arrangement) sent.set('arrangement', arrangement);
    pressed.current = by;
    startTransition(() => send(sent));
  }

  function keepWhatWasTyped({ target, relatedTarget }: FocusEvent<HTMLFormElement>): void {
    // A button that is pressed next sends everything anyway.
    if (relatedTarget instanceof HTMLButtonElement) return;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (!isField || !target.closest('[data-kept]')) return;
    const was =
      target instanceof HTMLInputElement
        ? target.defaultValue
        : [...target.options].find(({ defaultSelected }) => defaultSelected)?.value;
    if (target.value !== was) doIt('save');
  }

  const places = board.zones.flatMap(({ slots }) => slots.map(({ place }) => place));
  /** What is said to whoever does not see the board: which story, and where it is now. */
  const wordsAt = (place: string) => {
    const zone = board.zones.find(({ slots }) => slots.some((slot) => slot.place === place));
    const slot = zone?.slots.find((each) => each.place === place);
    return slot?.story ? `${slot.story.headline}. ${zone?.name}: ${slot.name}.` : '';
  };
  function onHandleKey(event: KeyboardEvent, from: string): void {
    // While an answer is under way the focus has not followed yet: the keys are about what is held.
    const place = held && isSending ? held.place : from;
    const isHeld = held?.place === place;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      setHeld(isHeld ? null : { place, before: board.arrangement });
    } else if (isHeld && event.key === 'Escape') {
      event.preventDefault();
      waiting.current = [];
      doIt('back', held.before);
      setHeld(null);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      setHeld(null);
      takeOut(place);
    } else if (isHeld && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const to = places[places.indexOf(place) + (event.key === 'ArrowUp' ? -1 : 1)];
      if (!to) return;
      doIt(`swap ${place} ${to}`);
      setHeld({ ...held, place: to });
    }
  }

  function takeOut(place: string): void {
    const slot = board.zones.flatMap(({ slots }) => slots).find((each) => each.place === place);
    if (slot?.isPinned) doIt(`unpin ${place}`);
  }

  useDrag(form, {
    onDrop(load, target) {
      setHeld(null);
      if (target.kind === 'out') takeOut(load.what);
      else doIt(`${load.kind === 'place' ? 'swap' : 'put'} ${load.what} ${target.place}`);
    },
  });

  const into = state.values.into ?? places[0];
  return (
    <form
      action={send}
      ref={form}
      id="board"
      noValidate
      onBlur={keepWhatWasTyped}
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (!isSending) {
          pressed.current = submitter;
          return;
        }
        event.preventDefault();
        if (submitter)
          waiting.current.push(() => submitter.isConnected && form.current?.requestSubmit(submitter));
      }}
      aria-busy={isBusy}
    >
      {/* Enter in a field keeps what is typed, and does not press the first button there is. */}
      <button className="vh" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true">
        {say('fronts.save')}
      </button>
      <input type="hidden" name="slug" value={board.slug} />
      <input type="hidden" name="basedOn" value={board.version} />
      <input type="hidden" name="arrangement" value={board.arrangement} />
      <div className="save front__bar">
        <span className={board.pending === words['fronts.noChange'] ? 'pill pill--ok' : 'pill pill--warn'}>
          {board.pending}
        </span>
        {board.saved && <span className="meta">{board.saved}</span>}
        <div className="front__do">
          {board.hasDraft && (
            <Button name="do" value="discard" icon="undo">
              {say('fronts.discard')}
            </Button>
          )}
          <Button name="do" value="save" icon="check">
            {say('fronts.save')}
          </Button>
          <ButtonLink href={`/admin/fronts/${board.slug}/preview`} icon="eye">
            {say('fronts.preview')}
          </ButtonLink>
          <Button kind="main" name="do" value="publish">
            {say('fronts.publish')}
          </Button>
        </div>
      </div>
      {state.notice && (
        <Notice kind={state.notice.kind}>
          {state.notice.text}
          {state.newer !== undefined && (
            <p className="front__choice">
              <Button name="do" value={`keep ${state.newer}`} kind="no">
                {say('fronts.keepMine')}
              </Button>
              <ButtonLink href={`/admin/fronts/${board.slug}`}>{say('fronts.takeTheirs')}</ButtonLink>
            </p>
          )}
        </Notice>
      )}
      <div className="front">
        <section className="pool panel" aria-labelledby="pool" data-out="">
          <h2 id="pool">{say('fronts.published')}</h2>
          <p className="pool__out" aria-hidden="true">
            {say('fronts.dropOut')}
          </p>
          <label className="vh" htmlFor="find">
            {say('fronts.find')}
          </label>
          <div className="pool__find">
            <input
              className="input"
              id="find"
              name="q"
              type="search"
              form="find-stories"
              defaultValue={given.find}
              placeholder={say('fronts.find')}
            />
            <Button form="find-stories" icon="search">
              <span className="vh">{say('fronts.doFind')}</span>
            </Button>
          </div>
          <label className="label" htmlFor="into">
            {say('fronts.into')}
          </label>
          <select className="select" id="into" name="into" key={into} defaultValue={into}>
            {board.zones.map((zone) => (
              <optgroup key={zone.id} label={zone.name}>
                {zone.slots.map(({ place, name }) => (
                  <option key={place} value={place}>
                    {zone.name}: {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          {given.offered.length === 0 && <p className="meta">{say('fronts.nothingFound')}</p>}
          <ul>
            {given.offered.map((story) => (
              <li key={story.id} data-carry={`story:${story.id}`}>
                <span className="pool__grip" data-grip="" aria-hidden="true">
                  <Icon name="grip" />
                </span>
                {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
                <img src={story.picture} alt="" width={52} height={52} draggable={false} />
                <div>
                  <h3>{story.headline}</h3>
                  <span className="meta">{story.about}</span>
                </div>
                <Button name="do" value={`add ${story.id}`} icon="plus" about={story.headline}>
                  <span className="vh">{say('fronts.add')}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
        <div className="board">
          {board.zones.map((zone, at) => (
            <section key={zone.id} className="zone" aria-labelledby={`zone-${zone.id}`}>
              <header className="zone__head">
                <h2 id={`zone-${zone.id}`}>{zone.name}</h2>
                {!zone.isFixed && (
                  <div className="slot__do">
                    <Button name="do" value={`container-up ${zone.id}`} icon="up" about={zone.name}>
                      <span className="vh">{say('fronts.up')}</span>
                    </Button>
                    <Button name="do" value={`container-down ${zone.id}`} icon="down" about={zone.name}>
                      <span className="vh">{say('fronts.down')}</span>
                    </Button>
                    <Button name="do" value={`remove-container ${zone.id}`} icon="cross" about={zone.name}>
                      <span className="vh">{say('fronts.remove')}</span>
                    </Button>
                  </div>
                )}
              </header>
              {!zone.isFixed && (
                <details className="zone__look">
                  <summary>{layouts.find(({ value }) => value === zone.layout)?.label}</summary>
                  <div className="zone__fields" data-kept>
                    <label className="field">
                      <span>{say('fronts.layout')}</span>
                      <select
                        className="select"
                        name={`${zone.id} layout`}
                        key={zone.layout}
                        defaultValue={zone.layout}
                      >
                        {layouts.map(({ value, label }) => (
                          <option key={value} value={value}>
                            {label}
                          </option>
                        ))}
                      </select>
                    </label>
                    <label className="field">
                      <span>{say('fronts.title')}</span>
                      <input
                        className="input"
                        name={`${zone.id} title`}
                        key={zone.title}
                        defaultValue={zone.title}
                        maxLength={60}
                        autoComplete="off"
                      />
                    </label>
                    <Button name="do" value="save">
                      {say('fronts.save')}
                    </Button>
                  </div>
                </details>
              )}
              <ul className={zone.isFixed ? 'slots lead4' : 'slots row4'}>
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
                    typed={typed}
                    say={say}
                    onHandleKey={onHandleKey}
                  />
                ))}
              </ul>
            </section>
          ))}
          <p className={held ? 'note' : 'vh'} role="status">
            {held
              ? `${wordsAt(held.place)} ${say('fronts.held')}`
              : state.focus
                ? wordsAt(state.focus.place)
                : ''}
          </p>
          <section className="zone" aria-labelledby="new-container">
            <h2 id="new-container">{say('fronts.newContainer')}</h2>
            <div className="zone__fields">
              <label className="field">
                <span>{say('fronts.layout')}</span>
                <select className="select" name="newLayout" defaultValue="three-cards">
                  {layouts.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
              <label className="field">
                <span>{say('fronts.ofSection')}</span>
                <select className="select" name="newSection" defaultValue="">
                  <option value="">{say('fronts.ofAll')}</option>
                  {sections.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
              <Button name="do" value="add-container" icon="plus">
                {say('fronts.addContainer')}
              </Button>
            </div>
          </section>
          {board.editions.length > 0 && (
            <section className="zone" aria-labelledby="editions">
              <h2 id="editions">{say('fronts.editions')}</h2>
              <ul className="editions">
                {board.editions.map(({ number, text, isLive }) => (
                  <li key={number}>
                    <span>{text}</span>
                    {isLive ? (
                      <span className="pill pill--ok">{say('fronts.isLive')}</span>
                    ) : (
                      <Button name="do" value={`edition ${number}`} icon="undo" about={text}>
                        {say('fronts.restore')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </form>
  );
}
