'use client';

import { useActionState } from 'react';
import { CacheTags } from '@/components/reader/cache-tags';
import { Field } from '@/components/reader/discussion/field';
import { untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn, type Say } from '@/lib/site/labels';
import type { SubmitTip, TipFormState } from '@/lib/tips/tip-form-state';

interface TipFormProps {
  kind: 'message' | 'news';
  /** Where the form stands and is sent. */
  address: string;
  /** Says that this house has made the form, now. */
  token: string;
  limits: { words: number; pictures: number; megabytes: number };
  action: SubmitTip;
  labelSet: LabelSet;
}

/** To the desk: a message, or news with pictures. Readers get its server half only, which keeps what they typed. */
export function TipForm({ kind, address, token, limits, action, labelSet }: TipFormProps) {
  const say = labelsIn(labelSet);
  const [state, submit] = useActionState<TipFormState, FormData>(action, untouched, `${address}#form`);
  if (state.notice?.kind === 'done') return <Thanks text={state.notice.text} address={address} say={say} />;
  const isNews = kind === 'news';
  return (
    <>
      {state.notice && (
        <>
          {state.status && <CacheTags tags={[]} status={state.status} />}
          <div className="note note--err" role="alert">
            {state.notice.text}
          </div>
        </>
      )}
      <form className="form" action={submit} aria-labelledby="form-title" noValidate>
        <h2 id="form-title" className="mt-0">
          {say(isNews ? 'tips.newsForm' : 'tips.messageForm')}
        </h2>
        <p>{say(isNews ? 'tips.newsNote' : 'tips.messageNote')}</p>
        <input type="hidden" name="token" value={token} />
        <p className="vh" aria-hidden="true">
          <label htmlFor="tip-subject">{say('comments.trap')}</label>
          <input id="tip-subject" name="subject" tabIndex={-1} autoComplete="off" />
        </p>
        <div className="form__grid form__grid--2">
          <TipFields isNews={isNews} state={state} maxWords={limits.words} say={say} />
          {isNews && <Pictures state={state} limits={limits} say={say} />}
          <p className="hint wide">
            {say('tips.privacy')} <a href="/page/privacy">{say('nav.privacy')}</a>
          </p>
          <div className="form__end wide">
            <button className="btn btn--main" type="submit">
              {say(isNews ? 'tips.sendNews' : 'tips.send')}
            </button>
          </div>
        </div>
      </form>
    </>
  );
}

interface TipFieldsProps {
  isNews: boolean;
  state: TipFormState;
  maxWords: number;
  say: Say;
}

function TipFields({ isNews, state: { values, errors }, maxWords, say }: TipFieldsProps) {
  return (
    <>
      <Field
        of="tip"
        name="words"
        label={say(isNews ? 'tips.words' : 'tips.message')}
        hint={say('tips.wordsHint', { max: maxWords })}
        error={errors.words}
        isWide
      >
        {(tied) => <textarea className="textarea" rows={7} required defaultValue={values.words} {...tied} />}
      </Field>
      {isNews && (
        <Field
          of="tip"
          name="place"
          label={say('tips.place')}
          hint={say('tips.placeHint')}
          error={errors.place}
          isWide
        >
          {(tied) => <input className="input" defaultValue={values.place} {...tied} />}
        </Field>
      )}
      <Field of="tip" name="name" label={say(isNews ? 'tips.nameOptional' : 'tips.name')} error={errors.name}>
        {(tied) => (
          <input
            className="input"
            autoComplete="name"
            required={!isNews}
            defaultValue={values.name}
            {...tied}
          />
        )}
      </Field>
      <Field
        of="tip"
        name="contact"
        label={say(isNews ? 'tips.contactOptional' : 'tips.contact')}
        error={errors.contact}
      >
        {(tied) => (
          <input
            className="input"
            autoComplete={isNews ? 'tel' : 'email'}
            required={!isNews}
            defaultValue={values.contact}
            {...tied}
          />
        )}
      </Field>
    </>
  );
}

function Pictures({ state, limits, say }: { state: TipFormState; limits: TipFormProps['limits']; say: Say }) {
  const { uploaded: kept } = state;
  const left = limits.pictures - (kept?.count ?? 0);
  return (
    <div className="wide">
      {kept && (
        <>
          <input type="hidden" name="kept" value={kept.field} />
          <p className="note">{say('tips.uploadedPictures', { count: kept.count })}</p>
        </>
      )}
      {left > 0 && (
        <Field
          of="tip"
          name="pictures"
          label={say('tips.pictures')}
          hint={say('tips.picturesHint', { count: left, max: limits.megabytes })}
          error={state.errors.pictures}
        >
          {(tied) => <input className="input" type="file" accept="image/*" multiple {...tied} />}
        </Field>
      )}
    </div>
  );
}

function Thanks({ text, address, say }: { text: string; address: string; say: Say }) {
  return (
    <div className="note note--ok" role="status">
      <p>{text}</p>
      <p className="mt-4">
        <a href={address}>{say(address === '/contact' ? 'tips.another' : 'tips.anotherNews')}</a> ·{' '}
        <a href="/">{say('error.goHome')}</a>
      </p>
    </div>
  );
}
