'use client';

import { toBengaliDigits } from '@barta/bengali/digits';
import { type FormEvent, type ReactNode, startTransition, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { BulkState } from '@/lib/forms/bulk-state';
import { untouched } from '@/lib/forms/form-state';
import type { BulkOption, BulkWords } from './bulk-action-fields';
import { BulkBar } from './bulk-bar';
import { KeyLine } from './key-line';
import { Ticked } from './row-ticks.client';
import { useTicks } from './use-ticks.client';

interface BulkDeskProps {
  action: (state: BulkState, form: FormData) => Promise<BulkState>;
  actions: readonly BulkOption[];
  sections: readonly BulkOption[];
  topics: readonly string[];
  staff: readonly BulkOption[];
  /** The last change that can be undone, in a sentence; null if there is none. */
  last: { id: number; sentence: string } | null;
  /** There is nothing to tick: only the last change is shown. */
  isEmpty: boolean;
  isBengali: boolean;
  words: BulkWords;
  /** The table, with a box in each row. */
  children: ReactNode;
}

/**
 * The list as one form: boxes, and a bar below that says what is to be done with those that are ticked. It works as it
 * stands without script; with it the bar counts, `X` ticks the current row, and shift ticks up to it.
 */
export function BulkDesk({ action, words, children, ...props }: BulkDeskProps) {
  const [state, send, isSending] = useRetrySafeForm<BulkState>(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  const { count, total, isHydrated, tickAll, onClick } = useTicks(form, state);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    // By hand, so that React does not take the ticks away before the answer is there.
    event.preventDefault();
    // A second click would find all of it changed meanwhile, and say so in place of what was done.
    if (isSending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(() => send(sent));
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
        {isHydrated && !props.isEmpty && (
          <label className="check check--all">
            <input
              type="checkbox"
              checked={count > 0 && count === total}
              onChange={(event) => tickAll(event.target.checked)}
            />
            <span>{words.chooseAll}</span>
          </label>
        )}
        <Ticked value={state.chosen ?? []}>{children}</Ticked>
        {!props.isEmpty && (
          <BulkBar {...props} state={state} words={words}>
            <strong className="mr-1" role="status">
              {!isHydrated ? words.title : count === 0 ? words.none : words.count.replace('{count}', number)}
            </strong>
          </BulkBar>
        )}
      </form>
      {isHydrated && !props.isEmpty && <KeyLine keys={words.keys} />}
    </>
  );
}

/** What the last submit has done; before there was one, what can still be undone. */
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
