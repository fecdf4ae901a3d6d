'use client';

import { useActionState } from 'react';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn } from '@/lib/site/labels';
import { Field } from '../discussion/field';
import { Told } from './told';

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labelSet: LabelSet;
}

/** Asks for the link to one's own page. */
export function AskForm({ action, labelSet }: Props) {
  const say = labelsIn(labelSet);
  const [{ notice, values, errors }, submit] = useActionState(action, untouched);
  return (
    <>
      <Told notice={notice} />
      {notice?.kind !== 'done' && (
        <form className="form" action={submit} noValidate>
          <p>{say('account.ask')}</p>
          <Field name="email" label={say('account.email')} error={errors.email}>
            {(tied) => (
              <input
                className="input"
                type="email"
                autoComplete="email"
                required
                defaultValue={values.email}
                {...tied}
              />
            )}
          </Field>
          <p className="form__end">
            <button className="btn btn--main" type="submit">
              {say('account.send')}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
