'use client';

import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface RestoreFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  storyId: number;
  /** The version that is on the screen: what is saved meanwhile is not written over. */
  basedOn: number;
  number: number;
  words: { open: string; hint: string; submit: string };
}

export function RestoreForm({ action, storyId, basedOn, number, words }: RestoreFormProps) {
  const [state, send] = useRetrySafeForm(action, untouched);
  return (
    <form action={send} className="mt-5">
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <input type="hidden" name="number" value={number} />
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <details open={Boolean(state.notice)}>
        <summary className="btn list-none [&::-webkit-details-marker]:hidden">{words.open}</summary>
        <p className="hint my-[0.6rem] mx-0">{words.hint}</p>
        <Button kind="ink" icon="undo">
          {words.submit}
        </Button>
      </details>
    </form>
  );
}
