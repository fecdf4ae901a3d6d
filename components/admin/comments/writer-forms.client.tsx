'use client';

import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area.client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import type { QueueComment } from './queue-comment';
import type { QueueLabels } from './queue-labels';

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

interface BanFormProps {
  comment: QueueComment;
  action: FormAction;
  labels: QueueLabels;
}

/** Bars the writer of one comment. Open when it has been answered, or when the key B was pressed. */
export function BanForm({ comment, action, labels }: BanFormProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  const { canBar } = comment.context;
  const kinds = [
    { value: 'address', label: labels.banAddress, isKnown: canBar.address },
    { value: 'device', label: labels.banDevice, isKnown: canBar.device },
    { value: 'network', label: labels.banNetwork, isKnown: canBar.network },
  ];
  const selectedKinds = state.values.kinds?.split(' ') ?? ['address'];
  return (
    <details className="[&>.note]:mt-[0.6rem]" id="ban" open={state.notice !== undefined || undefined}>
      <summary className="btn btn--no list-none w-full [&::-webkit-details-marker]:hidden">
        {labels.ban}
      </summary>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <form action={submit} noValidate className="stack mt-[0.6rem] gap-[0.6rem] grid">
        <input type="hidden" name="commentId" value={comment.id} />
        <fieldset aria-describedby={state.errors.kinds ? 'kinds-error' : undefined}>
          <legend className="label">{labels.banBy}</legend>
          {kinds.map(({ value, label, isKnown }) => (
            <label className="check" key={value}>
              <input
                type="checkbox"
                name="kinds"
                value={value}
                key={String(selectedKinds.includes(value) && isKnown)}
                defaultChecked={selectedKinds.includes(value) && isKnown}
                disabled={!isKnown}
              />
              <span>{label}</span>
            </label>
          ))}
          {canBar.network && <p className="hint">{labels.banNetworkHint}</p>}
          {state.errors.kinds && (
            <p className="err" id="kinds-error">
              {state.errors.kinds}
            </p>
          )}
        </fieldset>
        <Select
          name="days"
          id="ban-days"
          label={labels.banFor}
          options={labels.terms}
          value={state.values.days ?? '7'}
          error={state.errors.days}
        />
        <Field
          name="reason"
          id="ban-reason"
          label={labels.banReason}
          value={state.values.reason}
          error={state.errors.reason}
          required
        />
        <Button kind="no">{labels.banDo}</Button>
      </form>
    </details>
  );
}

/** What is known of the writer, and one more line for the next moderator. */
export function NoteForm({ comment, action, labels }: BanFormProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  const { kept } = state.values;
  // In place the page is not made anew: what was just kept is shown from the answer.
  const isNew = kept !== undefined && !comment.context.notes.some(({ words: text }) => text === kept);
  return (
    <form action={submit} noValidate className="stack gap-[0.6rem] grid">
      {isNew && <p>{kept}</p>}
      <input type="hidden" name="commenterId" value={comment.context.commenterId} />
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <TextArea
        name="words"
        id="note-words"
        label={labels.noteWords}
        hint={labels.noteHint}
        rows={2}
        value={state.values.words}
        error={state.errors.words}
      />
      <Button>{labels.noteSave}</Button>
    </form>
  );
}
