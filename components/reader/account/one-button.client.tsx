'use client';

import { type ReactNode, useActionState, useRef } from 'react';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { FormNotice } from './form-notice';
import { useNoticeFocus } from './use-notice-focus.client';

interface OneButtonProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  token: string;
  button: string;
  /** The link leads nowhere any more: this is said instead. */
  gone?: ReactNode;
  /** Below what is answered: where to go from here. */
  onward?: ReactNode;
  /** What the button will do. */
  children?: ReactNode;
}

/** Where a mailed link leads: a page that does nothing until its button is pressed, for scanners press none. */
export function OneButton({ action, token, button, gone, onward, children }: OneButtonProps) {
  const [answer, submit] = useActionState(action, untouched);
  const place = useRef<HTMLDivElement>(null);
  useNoticeFocus(place, answer);
  if (answer.notice)
    return (
      <div ref={place}>
        <FormNotice notice={answer.notice} />
        {onward}
      </div>
    );
  if (gone) return gone;
  return (
    <form className="form" action={submit}>
      {children}
      <input type="hidden" name="token" value={token} />
      <p className="form__end mt-4">
        <button className="btn btn--main" type="submit">
          {button}
        </button>
      </p>
    </form>
  );
}
