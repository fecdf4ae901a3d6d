'use client';

import { longDate } from '@barta/bengali/dates';
import { useActionState, useRef } from 'react';
import { type FormState, untouched } from '@/lib/forms/form-state';
import type { Say, Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';
import { Wrong } from '../discussion/field';
import { FormNotice } from './form-notice';
import { OwnWords } from './own-words';
import { useNoticeFocus } from './use-notice-focus.client';

type AccountAction = (state: FormState, form: FormData) => Promise<FormState>;

interface AccountComment extends OwnWords {
  id: number;
  storyId: number;
  section: string;
  headline: string;
  /** The token with which it can be taken back; null where nothing stands any more. */
  withdraw: string | null;
}

interface OwnSubscription {
  id: number;
  kind: 'replies' | 'letter';
  headline: string | null;
  consentedAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
  endedBecause: string;
}

interface OwnPageProps {
  account: {
    name: string;
    address: string;
    comments: readonly AccountComment[];
    hasMore: boolean;
    subscriptions: readonly OwnSubscription[];
  };
  /** Why this address may not comment, and what became of an appeal. */
  barred: string | null;
  turn: AccountAction;
  erase: AccountAction;
  leave: AccountAction;
  words: Words;
}

/** All that a commenter can see and do about themselves. */
export function OwnPage({ account, barred, turn, erase, leave, words }: OwnPageProps) {
  const say = sayWith(words);
  const [, close] = useActionState(leave, untouched);
  return (
    <>
      <form action={close}>
        <p>
          <strong>{account.name}</strong> <span className="meta">{account.address}</span>
        </p>
        <p className="mt-4">
          <button className="btn" type="submit">
            {say('account.leave')}
          </button>
        </p>
      </form>
      {barred && <p className="cm--wait">{barred}</p>}
      <Letters subscriptions={account.subscriptions} turn={turn} say={say} />
      <Comments comments={account.comments} hasMore={account.hasMore} say={say} />
      <section className="form" aria-labelledby="data">
        <h2 id="data">{say('account.data')}</h2>
        <p>{say('account.data.note')}</p>
        <p className="mt-4">
          <a className="btn" href="/account/download" download>
            {say('account.data.get')}
          </a>
        </p>
      </section>
      <Erase erase={erase} say={say} />
    </>
  );
}

function Letters({
  subscriptions,
  turn,
  say,
}: {
  subscriptions: readonly OwnSubscription[];
  turn: AccountAction;
  say: Say;
}) {
  const [answer, submit] = useActionState(turn, untouched);
  const form = useRef<HTMLFormElement>(null);
  useNoticeFocus(form, answer);
  return (
    <form className="form" ref={form} action={submit} aria-labelledby="letters">
      <h2 id="letters">{say('account.mail')}</h2>
      <FormNotice notice={answer.notice} />
      {subscriptions.length === 0 && <p>{say('account.mail.none')}</p>}
      <ul className="thread">
        {subscriptions.map((one) => {
          const isOn = one.confirmedAt !== null && one.endedAt === null;
          const use =
            one.kind === 'letter'
              ? say('mail.use.letter')
              : say('mail.use.repliesTo', { headline: one.headline ?? '' });
          return (
            <li key={one.id} className="cm">
              <p>{use}</p>
              <p className="meta">{stateOf(one, say)}</p>
              <p className="mt-4">
                <button className="btn" type="submit" name={isOn ? 'end' : 'start'} value={one.id}>
                  {say(isOn ? 'account.sub.end' : 'account.sub.resume')}
                  <span className="vh">: {use}</span>
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </form>
  );
}

function stateOf({ consentedAt, confirmedAt, endedAt, endedBecause }: OwnSubscription, say: Say): string {
  if (endedAt) return say(endedBecause === 'bounced' ? 'account.sub.bounced' : 'account.sub.unsubscribed');
  return confirmedAt ? say('account.sub.on', { date: longDate(consentedAt) }) : say('account.sub.waiting');
}

function Comments({
  comments,
  hasMore,
  say,
}: Pick<OwnPageProps['account'], 'comments' | 'hasMore'> & { say: Say }) {
  return (
    <section className="form" aria-labelledby="own-comments">
      <h2 id="own-comments">{say('account.comments')}</h2>
      {comments.length === 0 && <p>{say('account.comments.none')}</p>}
      <ol className="thread">
        {comments.map(({ id, section, storyId, headline, withdraw, ...words }) => (
          <li key={id} className="cm">
            <p>
              <a
                href={`/${section}/${storyId}${words.state === 'visible' ? `/discussion/comment-${id}` : '#discussion'}`}
              >
                {headline}
              </a>
            </p>
            <OwnWords {...words} say={say} />
            {withdraw && (
              <p>
                <a className="more" href={`/account/withdraw?token=${withdraw}`}>
                  {say('talk.own.withdraw')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {hasMore && <p className="meta">{say('account.comments.more', { count: comments.length })}</p>}
    </section>
  );
}

function Erase({ erase, say }: { erase: AccountAction; say: Say }) {
  // Without script the page that comes back begins here: what is missing is said at its end.
  const [answer, submit] = useActionState(erase, untouched, '/account#erase');
  const { notice, errors } = answer;
  const form = useRef<HTMLFormElement>(null);
  useNoticeFocus(form, answer);
  return (
    <form className="form" ref={form} action={submit} aria-labelledby="erase" noValidate>
      <h2 id="erase">{say('account.erase')}</h2>
      <FormNotice notice={notice} />
      <p>{say('account.erase.note')}</p>
      <label className="check">
        <input
          type="checkbox"
          name="sure"
          value="1"
          required
          aria-invalid={errors.sure ? true : undefined}
          aria-describedby={errors.sure ? 'sure-error' : undefined}
        />
        <span>{say('account.erase.sure')}</span>
      </label>
      <Wrong id="sure-error" error={errors.sure} />
      <p className="mt-4">
        <button className="btn" type="submit">
          {say('account.erase.do')}
        </button>
      </p>
    </form>
  );
}
