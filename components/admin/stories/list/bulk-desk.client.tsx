'use client';

import { toBengaliDigits } from '@barta/bengali/digits';
import { useRouter } from 'next/navigation';
import {
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { BulkState } from '@/lib/forms/bulk-state';
import { untouched } from '@/lib/forms/form-state';
import { BulkBar, type BulkWords, KeyLine, type Option } from './bulk-bar';
import { Ticked } from './row-ticks.client';
import { tickRange } from './tick-range';
import { useListKeys } from './use-list-keys';

interface BulkDeskProps {
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
export function BulkDesk({ action, words, children, ...props }: BulkDeskProps) {
  const [state, send, isSending] = useRetrySafeForm<BulkState>(action, untouched);
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

  useEffect(() => {
    setAlive(true);
    // A browser that comes back to the page brings its ticks along.
    recount();
  }, [recount]);
  useEffect(() => {
    if (state.notice?.kind !== 'done') return;
    for (const box of boxes()) box.checked = false;
    recount();
    router.refresh();
  }, [state, router, boxes, recount]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    // By hand, so that React does not take the ticks away before it is known what became of them.
    event.preventDefault();
    // A second click would find all of it changed meanwhile, and say so in place of what was done.
    if (isSending) return;
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

  useListKeys(form, { boxes, lastTicked, onTick: recount });

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
        <form action={send} className="undo mt-[0.4rem] mb-3 mx-0">
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
            <strong className="mr-1" role="status">
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
function BulkAnswer({
  state,
  last,
  title,
}: {
  state: BulkState;
  last: BulkDeskProps['last'];
  title: string;
}) {
  const refusals = state.refusals ?? [];
  if (!state.notice) return last && <Notice kind="plain">{last.sentence}</Notice>;
  return (
    <Notice kind={state.notice.kind}>
      {state.notice.text}
      {refusals.length > 0 && (
        <ul className="refusals mt-[0.3rem] pl-[1.1rem] list-disc" aria-label={title}>
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
