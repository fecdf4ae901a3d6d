'use client';

import { useRouter } from 'next/navigation';
import {
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toBengaliDigits } from '@/lib/bengali/digits';
import type { BulkState } from '@/lib/forms/bulk-state';
import { untouched } from '@/lib/forms/form-state';
import { areDeskKeysOff, isTypedInto } from '../../desk/keys-off';
import { Ticked } from './row-ticks.client';
import { tickRange } from './tick-range';

interface Option {
  value: string;
  label: string;
}

export interface BulkWords {
  title: string;
  none: string;
  /** With `{count}` in it. */
  count: string;
  deed: string;
  noDeed: string;
  go: string;
  undo: string;
  refusals: string;
  chooseAll: string;
  toSection: string;
  ofTopic: string;
  toMember: string;
  nobody: string;
  at: string;
  keys: readonly { keys: readonly string[]; words: string }[];
}

interface Props {
  action: (state: BulkState, form: FormData) => Promise<BulkState>;
  deeds: readonly Option[];
  sections: readonly Option[];
  topics: readonly string[];
  staff: readonly Option[];
  /** What can be taken back, told in a sentence; null if nothing can. */
  last: { id: number; sentence: string } | null;
  /** There is nothing to tick: only what was done, and can be taken back, is told. */
  isEmpty: boolean;
  isBengali: boolean;
  words: BulkWords;
  /** The table, with a box in each row. */
  children: ReactNode;
}

/**
 * The list as one form: boxes, and a bar below that says what is to be done with those that are ticked. It works as it
 * stands without script; with it the bar counts, `X` ticks the row at hand, and shift ticks up to it.
 */
export function BulkDesk({ action, words, children, ...props }: Props) {
  const [state, send] = useActionState(action, untouched as BulkState);
  const [count, setCount] = useState(0);
  const [isAlive, setAlive] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lastTicked = useRef(-1);
  const router = useRouter();

  const boxes = useCallback(
    () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? [])],
    [],
  );
  const recount = useCallback(() => setCount(boxes().filter(({ checked }) => checked).length), [boxes]);

  useEffect(() => setAlive(true), []);
  useEffect(() => {
    if (state.notice?.kind !== 'done') return;
    for (const box of boxes()) box.checked = false;
    recount();
    router.refresh();
  }, [state, router, boxes, recount]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    // By hand, so that React does not take the ticks away before it is known what became of them.
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(() => send(sent));
  }

  function onClick(event: MouseEvent<HTMLFormElement>) {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'chosen') return;
    const all = boxes();
    const at = all.indexOf(event.target);
    if (event.shiftKey && lastTicked.current >= 0) tickRange(all, lastTicked.current, at);
    lastTicked.current = at;
    recount();
  }

  useEffect(() => {
    const rows = () => [...(form.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
    const here = () => rows().findIndex((row) => row.contains(document.activeElement));
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypedInto(event.target) || areDeskKeysOff()) return;
      const at = here();
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = at < 0 ? 0 : at + (key === 'j' ? 1 : -1);
        const link = rows()[next]?.querySelector<HTMLElement>('.h a');
        if (!link) return;
        event.preventDefault();
        link.focus();
      } else if (key === 'x' && at >= 0) {
        const all = boxes();
        const box = all[at];
        if (!box) return;
        event.preventDefault();
        box.checked = event.shiftKey ? true : !box.checked;
        if (event.shiftKey && lastTicked.current >= 0) tickRange(all, lastTicked.current, at);
        lastTicked.current = at;
        recount();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [boxes, recount]);

  function tickAll(isTicked: boolean) {
    for (const box of boxes()) box.checked = isTicked;
    recount();
  }

  const number = props.isBengali ? toBengaliDigits(count) : String(count);
  const undo = state.undo ?? (state.notice?.kind === 'done' ? null : (props.last?.id ?? null));
  return (
    <>
      <BulkAnswer state={state} last={props.last} title={words.refusals} />
      {undo !== null && (
        <form action={send} className="undo">
          <Button icon="undo" name="undo" value={String(undo)}>
            {words.undo}
          </Button>
        </form>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the boxes inside are pressed by key as they are */}
      <form ref={form} action={send} onSubmit={onSubmit} onClick={onClick} aria-label={words.title}>
        {isAlive && !props.isEmpty && (
          <label className="check check--all">
            <input
              type="checkbox"
              checked={count > 0 && count === boxes().length}
              onChange={(event) => tickAll(event.target.checked)}
            />
            <span>{words.chooseAll}</span>
          </label>
        )}
        <Ticked value={state.chosen ?? []}>{children}</Ticked>
        {!props.isEmpty && (
          <BulkBar {...props} state={state} words={words}>
            <strong role="status">
              {!isAlive ? words.title : count === 0 ? words.none : words.count.replace('{count}', number)}
            </strong>
          </BulkBar>
        )}
      </form>
      {isAlive && !props.isEmpty && <KeyLine keys={words.keys} />}
    </>
  );
}

/** What the last sending has done; before there was one, what can still be taken back. */
function BulkAnswer({ state, last, title }: { state: BulkState; last: Props['last']; title: string }) {
  const refusals = state.refusals ?? [];
  if (!state.notice) return last && <Notice kind="plain">{last.sentence}</Notice>;
  return (
    <Notice kind={state.notice.kind}>
      {state.notice.text}
      {refusals.length > 0 && (
        <ul className="refusals" aria-label={title}>
          {refusals.map(({ id, headline, sentence }) => (
            <li key={id}>
              <a href={`/admin/stories/${id}`}>{headline}</a>: {sentence}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function BulkBar({
  deeds,
  sections,
  topics,
  staff,
  state,
  words,
  children,
}: Pick<Props, 'deeds' | 'sections' | 'topics' | 'staff' | 'words' | 'children'> & { state: BulkState }) {
  const { values, errors } = state;
  const only = deeds.length === 1 ? deeds[0] : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in a flex row everywhere
    <div className="bulk bulk--list" role="group" aria-label={words.title}>
      {children}
      {only ? (
        <input type="hidden" name="deed" value={only.value} />
      ) : (
        <Select
          name="deed"
          id="bulk-deed"
          label={words.deed}
          labelHidden
          empty={words.noDeed}
          options={deeds}
          value={values.deed}
          error={errors.deed}
        />
      )}
      {/* Each is shown by the style sheet while its deed is chosen. */}
      <div className="bulk__for" data-for="section">
        <Select
          name="toSection"
          id="bulk-section"
          label={words.toSection}
          labelHidden
          empty={words.toSection}
          options={sections}
          value={values.toSection}
          error={errors.toSection}
        />
      </div>
      <div className="bulk__for" data-for="topic">
        <Field
          name="ofTopic"
          id="bulk-topic"
          label={words.ofTopic}
          labelHidden
          placeholder={words.ofTopic}
          value={values.ofTopic}
          error={errors.ofTopic}
          autoComplete="off"
          list="bulk-topics"
        />
        <datalist id="bulk-topics">
          {topics.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
      </div>
      <div className="bulk__for" data-for="assign">
        <Select
          name="toMember"
          id="bulk-member"
          label={words.toMember}
          labelHidden
          empty={words.nobody}
          options={staff}
          value={values.toMember}
        />
      </div>
      <div className="bulk__for" data-for="schedule">
        <Field
          name="at"
          id="bulk-at"
          label={words.at}
          labelHidden
          type="datetime-local"
          value={values.at}
          error={errors.at}
        />
      </div>
      <Button kind="ink" icon="check">
        {only?.label ?? words.go}
      </Button>
    </div>
  );
}

function KeyLine({ keys }: { keys: BulkWords['keys'] }) {
  return (
    <p className="keys">
      {keys.map((each) => (
        <span key={each.words}>
          {each.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {each.words}
        </span>
      ))}
    </p>
  );
}
