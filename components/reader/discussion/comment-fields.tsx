import { MAX_BODY } from '@/lib/comments/comment-limits';
import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import type { Say } from '@/lib/site/labels';
import { Field } from './field';

interface CommentFieldsProps {
  state: CommentFormState;
  say: Say;
}

/** Everything that is filled in, ticked and pressed in the comment form, and the trap for programs. */
export function CommentFields({ state, say }: CommentFieldsProps) {
  return (
    <>
      <p className="vh" aria-hidden="true">
        <label htmlFor="comment-subject">{say('comments.trap')}</label>
        <input id="comment-subject" name="subject" tabIndex={-1} autoComplete="off" />
      </p>
      <div className="form__grid form__grid--2">
        <TextFields state={state} say={say} />
        <Consents values={state.values} say={say} />
        <div className="form__end wide">
          <button
            className="btn btn--main"
            type="submit"
            data-sending={say('comments.sending')}
            data-no-line={say('comments.noLine')}
          >
            {say('comments.submit')}
          </button>
        </div>
        {state.mayAppeal && <AppealField state={state} say={say} />}
      </div>
    </>
  );
}

function TextFields({ state: { values, errors }, say }: CommentFieldsProps) {
  return (
    <>
      <Field
        name="body"
        label={say('comments.body')}
        hint={say('comments.bodyHint', { max: MAX_BODY })}
        error={errors.body}
        isWide
      >
        {(tied) => <textarea className="textarea" rows={5} required defaultValue={values.body} {...tied} />}
      </Field>
      <Field name="name" label={say('comments.name')} error={errors.name}>
        {(tied) => (
          <input className="input" autoComplete="name" required defaultValue={values.name} {...tied} />
        )}
      </Field>
      <Field name="email" label={say('comments.email')} error={errors.email}>
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
      <Field
        name="website"
        label={say('comments.website')}
        hint={say('comments.websiteHint')}
        error={errors.website}
        isWide
      >
        {(tied) => (
          <input
            className="input"
            type="text"
            inputMode="url"
            autoComplete="url"
            defaultValue={values.website}
            {...tied}
          />
        )}
      </Field>
    </>
  );
}

/** Each its own tick, none given beforehand. */
function Consents({ values, say }: { values: CommentFormState['values']; say: Say }) {
  const consent = (name: 'remember' | 'tellReplies' | 'sendLetter', text: string) => (
    <label className="check wide">
      <input type="checkbox" name={name} value="1" defaultChecked={values[name] === '1'} />
      <span>{text}</span>
    </label>
  );
  return (
    <>
      {consent('remember', say('comments.saveInfo'))}
      <p className="hint wide" data-plain>
        {say('comments.fillInHint')}
      </p>
      <p className="hint wide">
        {say('mail.consent.publish')}{' '}
        <a className="more" href="/account" rel="nofollow">
          {say('account.title')}
        </a>
      </p>
      {consent('tellReplies', say('mail.consent.replies'))}
      {consent('sendLetter', say('mail.consent.letter'))}
    </>
  );
}

function AppealField({ state: { values, errors }, say }: CommentFieldsProps) {
  return (
    <div className="wide">
      <Field name="appeal" label={say('talk.appeal')} error={errors.appeal}>
        {(tied) => <textarea className="textarea" rows={3} defaultValue={values.appeal} {...tied} />}
      </Field>
      <button className="btn mt-4" type="submit" name="do" value="appeal">
        {say('talk.appealSend')}
      </button>
    </div>
  );
}
