'use client';

import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { untouched } from '@/lib/forms/form-state';
import type { FormAction } from '../writer-forms.client';

interface StrictnessFormProps {
  action: FormAction;
  sections: readonly { id: number; name: string; strictness: string }[];
  choices: readonly { value: string; label: string }[];
  words: { hint: string; save: string };
}

/** How strict each section is, all in one form. */
export function StrictnessForm({ action, sections, choices, words }: StrictnessFormProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  return (
    <form action={submit} className="panel__in stack gap-[0.6rem] grid">
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <p className="meta">{words.hint}</p>
      <div className="sift__in">
        {sections.map(({ id, name, strictness }) => (
          <Select
            key={id}
            name={`section-${id}`}
            label={name}
            options={choices}
            value={state.values[`section-${id}`] ?? strictness}
          />
        ))}
      </div>
      <p>
        <Button icon="check">{words.save}</Button>
      </p>
    </form>
  );
}
