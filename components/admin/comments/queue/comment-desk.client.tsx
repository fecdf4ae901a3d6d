'use client';

import { toBengaliDigits } from '@barta/bengali/digits';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
} from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { randomId } from '@/components/ui/random-id';
import { Select } from '@/components/ui/select';
import { untouched } from '@/lib/forms/form-state';
import type { ModerationState } from '@/lib/forms/moderation-state';
import { CommentContext } from '../comment-context';
import { CommentRow } from '../comment-row';
import { CommentTabs } from '../comment-tabs';
import { fillPlaceholder } from '../fill-placeholder';
import type { QueueComment } from '../queue-comment';
import type { QueueLabels } from '../queue-labels';
import type { FormAction } from '../writer-forms.client';
import { CommentAnswer } from './comment-answer.client';
import { digitOf, type KeyCommand, keyCommand } from './key-command';
import { KeyMap, useKeys } from './key-map.client';
import { type QueueMessage, type QueueState, queueReducer } from './queue-state';

/** What `/admin/comments/queue` answers. */
export interface QueuePart {
  comments: QueueComment[];
  counts: Record<string, string>;
  olderBefore?: string;
  lookOn?: string;
  newestAt?: string;
}

interface CommentDeskProps {
  rows: QueueComment[];
  /** The comment whose context stands beside the list at first. */
  here: number | null;
  /** The comment that the address asks to answer. */
  answering: number | null;
  counts: Record<string, string>;
  olderBefore: string;
  lookOn: string;
  newestAt: string;
  tab: string;
  tabs: readonly { tab: string; label: string }[];
  /** The address of this very list, without a cursor. */
  address: string;
  /** What is said at first, as after a form without script. */
  said: readonly QueueMessage[];
  empty: string;
  isBengali: boolean;
  words: QueueLabels;
  decide: (state: ModerationState, form: FormData) => Promise<ModerationState>;
  ban: FormAction;
  note: FormAction;
  answer: FormAction;
  title: ReactNode;
  filters: ReactNode;
  rules: ReactNode;
}

const POLL_MS = 15_000;
/** So many before the end of the list the next page is fetched. */
const AHEAD = 30;
/** Where a decision does not take a comment out of the list, the page is loaded anew. */
const listsEveryState = (tab: string) => tab === 'all' || tab === 'withdrawn';

/** The moderators' desk: the list in one form, worked by buttons or by keys, and the context beside it. */
export function CommentDesk(props: CommentDeskProps) {
  const { words, tab, address } = props;
  const [state, dispatch] = useReducer(queueReducer, props, beginning);
  const [answered, submit] = useRetrySafeForm<ModerationState>(props.decide, untouched);
  const [answering, setAnswering] = useReducer((_: number | null, id: number | null) => id, props.answering);
  // What the form was answered is said until something else is done.
  const [isDismissed, dismiss] = useReducer((_: boolean, now: boolean) => now, false);
  const keys = useKeys();
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(state);
  latest.current = state;
  const wantsFocus = useRef(false);

  /** One after the other, in the order of the keys; nobody waits for the answer. */
  const send = useCallback(
    (data: FormData, then: (answer: ModerationState) => void, failed: () => void) => {
      data.set('inPlace', '1');
      data.set('back', address);
      sending.current = sending.current
        .then(() => props.decide(untouched as ModerationState, data))
        .then((answer) => {
          startTransition(() => {
            if (answer.counts) dispatch({ do: 'count', counts: answer.counts });
            then(answer);
          });
        })
        .catch(() => startTransition(failed));
    },
    [address, props.decide],
  );

  const undo = useCallback(
    (batch: string) => {
      const data = new FormData();
      data.set('undo', batch);
      const sorry = () => dispatch({ do: 'say', said: [{ kind: 'refused', text: words.notSent }] });
      send(
        data,
        (answer) => {
          wantsFocus.current = true;
          dispatch({
            do: 'restored',
            batch: answer.batch ?? '',
            settled: answer.settled ?? [],
            said: saidBy(answer, false),
          });
        },
        sorry,
      );
    },
    [send, words.notSent],
  );

  /** Out of the list at once; back into it if the decision did not arrive. */
  const decide = useCallback(
    (data: FormData, ids: readonly number[]) => {
      const token = randomId();
      wantsFocus.current = true;
      dispatch({ do: 'leave', token, ids });
      setAnswering(null);
      send(
        data,
        (answer) => {
          if (!answer.settled && !answer.late) {
            wantsFocus.current = true;
            dispatch({ do: 'failed', token, text: answer.notice?.text ?? words.notSent });
            return;
          }
          dispatch({
            do: 'settled',
            token,
            batch: answer.batch ?? '',
            settled: answer.settled ?? [],
            late: (answer.late ?? []).map(({ id }) => id),
            said: saidBy(answer, true),
          });
        },
        () => {
          wantsFocus.current = true;
          dispatch({ do: 'failed', token, text: words.notSent });
        },
      );
    },
    [send, words.notSent],
  );

  const press = useCallback(
    (data: FormData) => {
      dismiss(true);
      const undone = data.get('undo');
      if (typeof undone === 'string') return undo(undone === 'last' ? lastStroke(latest.current) : undone);
      const ids = decidedIn(data);
      if (ids.length > 0) return decide(data, ids);
      send(
        data,
        (answer) => {
          dispatch({ do: 'say', said: saidBy(answer, false) });
          for (const { id, version } of answer.settled ?? []) {
            const isPicked = data.has('pick');
            dispatch({ do: 'patch', id, row: { version, isPicked } });
          }
          if (data.has('discussion') && answer.notice?.kind === 'done')
            location.assign(`${address}&c=${latest.current.here}`);
        },
        () => dispatch({ do: 'say', said: [{ kind: 'refused', text: words.notSent }] }),
      );
    },
    [address, decide, send, undo, words.notSent],
  );

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    // Nothing ticked, no reason, or a list that keeps what is decided: the server says it, and the page is made anew.
    const isIncomplete =
      /Chosen$/.test(submitter?.getAttribute('name') ?? '') && decidedIn(data).length === 0;
    if (listsEveryState(tab) || isIncomplete) {
      dismiss(false);
      return;
    }
    event.preventDefault();
    press(data);
  }

  const here = state.rows.find(({ id }) => id === state.here);
  // The list answers the key first, the context follows.
  const beside = useDeferredValue(here);
  const list = useRef<HTMLOListElement>(null);

  // At the commit itself: an effect that still waits from the commit before would run first, lead to the comment
  // that is about to leave, and take the focus with it.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    if (state.here === null) return form.current?.querySelector<HTMLElement>('p.note')?.focus();
    const row = list.current?.querySelector<HTMLElement>(`[data-comment="${state.here}"] article`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  const fetching = useRef('');
  useEffect(() => {
    const at = state.rows.findIndex(({ id }) => id === state.here);
    const before = state.olderBefore;
    const isNear = at < 0 || at >= state.rows.length - AHEAD;
    if (before === '' || !isNear || fetching.current === before) return;
    fetching.current = before;
    partOf(address, { before }).then(
      (part) => {
        // Whoever was quicker than the net goes on where the list goes on.
        wantsFocus.current ||= latest.current.here === null;
        dispatch({
          do: 'append',
          rows: part.comments,
          olderBefore: part.olderBefore ?? '',
          lookOn: part.lookOn ?? '',
        });
        dispatch({ do: 'count', counts: part.counts });
      },
      () => {
        fetching.current = '';
      },
    );
  }, [address, state.here, state.rows, state.olderBefore]);

  useEffect(() => {
    const look = () => {
      if (document.hidden) return;
      partOf(address, { since: latest.current.newestAt }).then(
        (part) => {
          dispatch({ do: 'count', counts: part.counts });
          if (part.comments.length > 0)
            dispatch({
              do: 'offer',
              rows: part.comments,
              newestAt: part.newestAt ?? latest.current.newestAt,
            });
        },
        () => undefined,
      );
    };
    const timer = setInterval(look, POLL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [address]);

  function rowOf(id: number): HTMLElement | null {
    return list.current?.querySelector(`[data-comment="${id}"]`) ?? null;
  }

  function openReasons(menu: HTMLDetailsElement | null | undefined): void {
    if (!menu) return;
    menu.open = true;
    menu.querySelector<HTMLElement>('button, select')?.focus();
  }

  function carryOut(command: KeyCommand): unknown {
    const id = state.here;
    const data = new FormData();
    const target = here ? `${here.id}:${here.version}` : '';
    const isDecidable = here && here.state !== 'withdrawn' && !listsEveryState(tab);
    switch (command) {
      case 'next':
      case 'previous':
        wantsFocus.current = true;
        return dispatch({ do: 'move', by: command === 'next' ? 1 : -1 });
      case 'select':
        return id === null ? undefined : dispatch({ do: 'toggle', id });
      case 'approve':
      case 'spam': {
        if (!isDecidable || here.state === (command === 'spam' ? 'spam' : 'visible')) {
          if (!(command === 'approve' && here?.isReported)) return;
        }
        data.set(command, target);
        return press(data);
      }
      case 'hide':
        return isDecidable && id !== null
          ? openReasons(rowOf(id)?.querySelector<HTMLDetailsElement>('.q__hide'))
          : undefined;
      case 'approveAll':
      case 'spamAll':
        for (const row of state.rows)
          if (state.selected.has(row.id)) data.append('chosen', `${row.id}:${row.version}`);
        if (!data.has('chosen') || listsEveryState(tab)) return;
        data.set(command === 'approveAll' ? 'approveChosen' : 'spamChosen', '1');
        return press(data);
      case 'hideAll':
        return form.current?.querySelector<HTMLElement>('#reason')?.focus();
      case 'answer':
        return here && (here.state === 'held' || here.state === 'visible')
          ? setAnswering(here.id)
          : undefined;
      case 'ban': {
        const menu = document.querySelector<HTMLDetailsElement>('#ban');
        if (!menu) return;
        menu.open = true;
        menu.querySelector<HTMLElement>('input:not([type=hidden], :disabled)')?.focus();
        return menu.scrollIntoView({ block: 'nearest' });
      }
      case 'pick':
        if (here?.state !== 'visible') return;
        data.set(here.isPicked ? 'unpick' : 'pick', target);
        return press(data);
      case 'undo':
        return undo(lastStroke(state));
      case 'map':
        return keys.show();
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): unknown {
    const target = event.target as HTMLElement;
    if (!keys.areOn || isTyped(target)) return;
    const menu = target.closest<HTMLDetailsElement>('.q__hide[open]');
    if (menu) {
      const reason = menu.querySelectorAll('button')[digitOf(event) - 1];
      if (reason) {
        event.preventDefault();
        menu.open = false;
        return reason.click();
      }
      if (event.key === 'Escape') {
        menu.open = false;
        return menu.closest('article')?.focus();
      }
    }
    const command = keyCommand(event);
    if (!command) return;
    event.preventDefault();
    carryOut(command);
  }

  function focusHere(): void {
    rowOf(state.here ?? 0)
      ?.querySelector<HTMLElement>('article')
      ?.focus();
  }

  // From nowhere on the page J and K lead into the list, to the comment that is at hand there: to the next one they
  // lead from it, or the first would be passed over. Everything else acts in the list only.
  const enter = useRef((_: KeyCommand) => {});
  enter.current = (command) => {
    if (!keys.areOn) return;
    if (command === 'map') keys.show();
    else focusHere();
  };
  useLayoutEffect(() => {
    const heard = (event: globalThis.KeyboardEvent) => {
      const command = keyCommand(event);
      if (event.target !== document.body || !command || !['next', 'previous', 'map'].includes(command))
        return;
      event.preventDefault();
      enter.current(command);
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);

  const number = (count: number) => (props.isBengali ? toBengaliDigits(count) : String(count));
  const said = answered.notice && !isDismissed ? [answered.notice] : state.said;
  const toggle = useCallback((id: number) => dispatch({ do: 'toggle', id }), []);
  const reply = (comment: QueueComment) => (
    <CommentAnswer
      key={comment.id}
      comment={comment}
      address={address}
      action={props.answer}
      labels={{
        title: words.answerTitle,
        about: fillPlaceholder(words.about, comment.name),
        hint: words.answerHint,
        send: comment.state === 'visible' ? words.sendAnswer : words.approveAndAnswer,
        cancel: words.cancel,
      }}
      onDone={(text) => {
        if (comment.state !== 'visible') dispatch({ do: 'leave', token: randomId(), ids: [comment.id] });
        dispatch({ do: 'say', said: [{ kind: 'done', text }] });
        wantsFocus.current = true;
        setAnswering(null);
      }}
      onCancel={() => {
        wantsFocus.current = true;
        setAnswering(null);
      }}
    />
  );
  const answeredRow = state.rows.find(({ id }) => id === answering);

  return (
    <>
      <div className="title">
        {props.title}
        {state.counts.oldest !== '' && <span className="meta">{state.counts.oldest}</span>}
      </div>
      <CommentTabs tab={tab} tabs={props.tabs} counts={state.counts} label={words.states} />
      <p className="vh" role="status">
        {state.counts.live}
      </p>
      {props.filters}
      <div className="mod">
        <div>
          <SaidLines said={said} onUndo={undo} address={address} words={words} />
          {state.arrived.length > 0 && (
            <p className="arrived" role="status">
              {words.arrived.replace('{count}', number(state.arrived.length))}
              <button
                type="button"
                className="btn"
                onClick={() => {
                  wantsFocus.current = true;
                  dispatch({ do: 'take' });
                }}
              >
                {words.showArrived}
              </button>
            </p>
          )}
          {answeredRow && (
            // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the list, as its buttons do
            <div
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                // What was typed stays; the list hears its keys again.
                focusHere();
              }}
            >
              {reply(answeredRow)}
            </div>
          )}
          <form
            id="queue"
            ref={form}
            action={submit}
            onSubmit={onSubmit}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              const target = event.target as HTMLElement;
              const id = Number(target.closest<HTMLElement>('[data-comment]')?.dataset.comment);
              if (!id || event.metaKey || event.ctrlKey) return;
              dispatch({ do: 'go', id });
              if (target.closest<HTMLElement>('[data-do]')?.dataset.do === 'answer') {
                event.preventDefault();
                setAnswering(id);
              }
            }}
            aria-label={words.comments}
          >
            <input type="hidden" name="back" value={address} />
            {state.rows.length === 0 ? (
              <p className="note" tabIndex={-1}>
                {state.olderBefore === '' ? props.empty : words.loadingMore}
              </p>
            ) : (
              <ol
                className="q"
                ref={list}
                onFocus={(event) => {
                  // A pressed mouse button focuses as well: then nothing may move before it is let go.
                  if (!event.target.matches(':focus-visible')) return;
                  const id = Number(event.target.closest<HTMLElement>('[data-comment]')?.dataset.comment);
                  if (id && id !== state.here) dispatch({ do: 'go', id });
                }}
              >
                {state.rows.map((comment) => (
                  <CommentRow
                    key={comment.id}
                    comment={comment}
                    isHere={comment.id === state.here}
                    isSelected={state.selected.has(comment.id)}
                    showsKeys={keys.areOn}
                    contextHref={`${address}&c=${comment.id}#context`}
                    answerHref={`${address}&answer=${comment.id}#answer`}
                    onToggle={toggle}
                    words={words}
                  />
                ))}
              </ol>
            )}
            {state.rows.length > 0 && (
              <BulkBar
                tab={tab}
                count={state.selected.size}
                number={number}
                words={words}
                onClear={() => dispatch({ do: 'clear' })}
              />
            )}
            <KeyMap keys={keys} words={words} />
          </form>
          {state.olderBefore !== '' && (
            <p className="foot">
              <a className="btn" href={`${address}&before=${state.olderBefore}`}>
                {words.older}
              </a>
            </p>
          )}
          {state.lookOn !== '' && (
            <>
              <p className="meta">{words.lookedSoFar}</p>
              <p className="foot">
                <a className="btn" href={`${address}&before=${state.lookOn}`}>
                  {words.lookOn}
                </a>
              </p>
            </>
          )}
        </div>
        <aside id="context" aria-label={words.contextOf}>
          {beside && <CommentContext comment={beside} words={words} ban={props.ban} note={props.note} />}
          {props.rules}
        </aside>
      </div>
    </>
  );
}

function beginning({
  rows,
  here,
  counts,
  olderBefore,
  lookOn,
  newestAt,
  said,
}: CommentDeskProps): QueueState {
  return {
    rows,
    here: here ?? rows[0]?.id ?? null,
    selected: new Set(),
    counts,
    olderBefore,
    lookOn,
    newestAt,
    arrived: [],
    said,
    gone: {},
    strokes: [],
  };
}

function SaidLines({
  said,
  onUndo,
  address,
  words,
}: {
  said: readonly QueueMessage[];
  onUndo: (batch: string) => void;
  address: string;
  words: QueueLabels;
}) {
  return (
    <div className="said">
      {said.map(({ kind, text, batch, reload }) => (
        <Notice kind={kind} key={text}>
          {text}
          {batch && (
            <button
              type="submit"
              className="btn"
              form="queue"
              name="undo"
              value={batch}
              onClick={(event) => {
                event.preventDefault();
                onUndo(batch);
              }}
            >
              {words.undo}
            </button>
          )}
          {reload && (
            <a className="btn" href={address}>
              {words.reloadList}
            </a>
          )}
        </Notice>
      ))}
    </div>
  );
}

function BulkBar({
  tab,
  count,
  number,
  words,
  onClear,
}: {
  tab: string;
  count: number;
  number: (count: number) => string;
  words: QueueLabels;
  onClear: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in a flex row everywhere
    <div className="bulk" role="group" aria-label={words.bulk}>
      <strong role="status">
        {count === 0 ? words.bulk : words.nSelected.replace('{count}', number(count))}
      </strong>
      {tab !== 'visible' && (
        <Button kind="ink" icon="check" name="approveChosen" value="1">
          {words.allApprove}
        </Button>
      )}
      {tab !== 'hidden' && (
        <>
          <Select
            name="reason"
            label={words.reason}
            labelHidden
            empty={words.hideWhy}
            options={words.reasons}
          />
          <Button name="hideChosen" value="1">
            {words.allHide}
          </Button>
        </>
      )}
      {tab !== 'spam' && (
        <Button name="spamChosen" value="1">
          {words.allSpam}
        </Button>
      )}
      <Button icon="undo" name="undo" value="last">
        {words.undoLast}
      </Button>
      <button className="btn" type="reset" onClick={onClear}>
        {words.clear}
      </button>
    </div>
  );
}

/** What the answer says, each thing once; with the button that takes the stroke back. */
function saidBy(answer: ModerationState, withUndo: boolean): QueueMessage[] {
  const late = (answer.late ?? []).map(({ sentence }) => ({ kind: 'refused' as const, text: sentence }));
  if (!answer.notice) return late;
  const batch = withUndo && answer.batch ? { batch: answer.batch } : {};
  return [...late, { ...answer.notice, ...batch }];
}

function lastStroke({ strokes }: QueueState): string {
  return strokes.at(-1)?.batch ?? 'last';
}

/** The comments that a form decides, by what its button says. */
function decidedIn(data: FormData): number[] {
  const one = ['approve', 'hide', 'spam'].map((name) => data.get(name)).find((value) => value !== null);
  const isBulk =
    data.has('approveChosen') ||
    data.has('spamChosen') ||
    (data.has('hideChosen') && data.get('reason') !== '');
  const values = one ? [one] : isBulk ? data.getAll('chosen') : [];
  return values.map((value) => Number(String(value).split(':')[0])).filter((id) => id > 0);
}

/** Where letters are letters. */
function isTyped(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

async function partOf(address: string, more: Record<string, string>): Promise<QueuePart> {
  const query = new URLSearchParams(address.split('?')[1]);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  const answer = await fetch(`/admin/comments/queue?${query}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the queue answers ${answer.status}`);
  return (await answer.json()) as QueuePart;
}
