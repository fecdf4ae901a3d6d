'use client';

import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { untouched } from '@/lib/forms/form-state';
import type { FormAction } from './writer-forms.client';

interface OwnDecisionsProps {
  decisions: readonly { id: number; name: string; words: string; when: string; deed: string; fate: string }[];
  action: FormAction;
  words: { list: string; undo: string };
}

/** A line for each decision; those that nothing has followed can be undone. */
export function OwnDecisions({ decisions, action, words }: OwnDecisionsProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  return (
    <form action={submit} aria-label={words.list}>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <ol className="deeds wrap-anywhere [&_.note]:max-w-176 [&+.meta]:mt-[0.8rem]">
        {decisions.map(({ id, name, words: text, when, deed, fate }) => (
          <li
            className="py-[0.7rem] px-0 gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
            key={id}
          >
            <div className="flex-[1_1_18rem] wrap-anywhere">
              <p>
                <strong>{name}</strong> <span className="meta">{when}</span>
              </p>
              <p>{text}</p>
              <p className="meta">{deed}</p>
            </div>
            {fate === '' ? (
              <Button icon="undo" name="undo" value={String(id)} about={name}>
                {words.undo}
              </Button>
            ) : (
              <span className="pill">{fate}</span>
            )}
          </li>
        ))}
      </ol>
    </form>
  );
}
