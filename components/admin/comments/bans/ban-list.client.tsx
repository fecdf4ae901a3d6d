'use client';

import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Notice } from '@/components/ui/notice';
import { untouched } from '@/lib/forms/form-state';
import type { FormAction } from '../writer-forms.client';
import { BanRow, type BanView, type BanWords, isAnswerable } from './ban-row';

interface BanListProps {
  bans: readonly BanView[];
  action: FormAction;
  words: BanWords;
}

/** One form for the whole list, so that its answer stands above whatever is left of it. */
export function BanList({ bans, action, words }: BanListProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  // An answer that was typed belongs to one ban, whose form may be gone by now.
  const isLost =
    state.values.answer && !bans.some((ban) => state.values.banId === String(ban.id) && isAnswerable(ban));
  return (
    <>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {isLost && (
        <blockquote className="q__text mt-[0.2rem] mb-2 mx-0 pl-[0.7rem] border-l-3 border-l-rule text-[1.03rem]/[1.7] whitespace-pre-line wrap-anywhere text-ink-2 max-w-176">
          {state.values.answer}
        </blockquote>
      )}
      {bans.length === 0 && <p className="note">{words.empty}</p>}
      <ol className="deeds wrap-anywhere [&_.note]:max-w-176 [&+.meta]:mt-[0.8rem]" aria-label={words.list}>
        {bans.map((ban) => (
          <BanRow
            key={ban.id}
            ban={ban}
            state={state.values.banId === String(ban.id) ? state : untouched}
            action={submit}
            words={words}
          />
        ))}
      </ol>
    </>
  );
}
