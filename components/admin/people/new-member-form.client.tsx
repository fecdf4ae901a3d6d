'use client';

import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { StaffAnswerNotice } from './staff-answer-notice';
import type { StaffAnswer, StaffDeskProps } from './staff-desk-props';

interface NewMemberFormProps extends Pick<StaffDeskProps, 'roles' | 'words'> {
  answer: StaffAnswer;
  action: (form: FormData) => void;
  isSending: boolean;
}

export function NewMemberForm({ answer, action, isSending, roles, words }: NewMemberFormProps) {
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  return (
    <section className="panel" aria-labelledby="add-member">
      <h2 id="add-member">{words.add}</h2>
      <form ref={form} action={action} className="plain-form" noValidate>
        <StaffAnswerNotice answer={answer} />
        <Field
          name="name"
          label={words.name}
          value={answer.values.name}
          error={answer.errors.name}
          autoComplete="off"
          required
        />
        <Field
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          value={answer.values.email}
          error={answer.errors.email}
          autoComplete="off"
          required
        />
        <Select
          name="role"
          label={words.role}
          options={roles}
          empty={words.choose}
          value={answer.values.role}
          error={answer.errors.role}
          required
        />
        <Button kind="ink" icon="plus">
          {words.add}
        </Button>
      </form>
    </section>
  );
}
