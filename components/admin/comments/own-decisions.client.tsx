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

/** One line a decision; what nothing has followed can be taken back. */
export function OwnDecisions({ decisions, action, words }: OwnDecisionsProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  return (
    <form action={submit} aria-label={words.list}>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <ol className="deeds">
        {decisions.map(({ id, name, words: said, when, deed, fate }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{name}</strong> <span className="meta">{when}</span>
              </p>
              <p>{said}</p>
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
