import type { Metadata } from 'next';
import { OneButton } from '@/components/reader/account/one-button.client';
import { env } from '@/lib/env';
import { readUnsubscribeToken } from '@/lib/mail/tokens/unsubscribe-token';
import { readSite } from '@/lib/site/reading';
import { stopLetters } from '../actions';
import { BadLink } from '../bad-link';
import { AccountFrame } from '../frame';
import { ToOwnPage } from '../to-own-page';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('account.unsubscribe.title'), referrer: 'same-origin' };
}

/** The way out at the foot of every letter. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/account/unsubscribe'>) {
  const { token: sent } = await searchParams;
  const token = typeof sent === 'string' ? sent : '';
  const { say } = await readSite();
  const what = readUnsubscribeToken(token, env().AUTH_SECRET ?? '');
  const isOne = what !== null && 'subscriptionId' in what;
  return (
    <AccountFrame title={say('account.unsubscribe.title')}>
      <OneButton
        action={stopLetters}
        token={token}
        button={say('account.unsubscribe.do')}
        gone={!what && <BadLink say={say} />}
        onward={<ToOwnPage say={say} />}
      >
        <p>{say(isOne ? 'account.unsubscribe.one' : 'account.unsubscribe.all')}</p>
      </OneButton>
    </AccountFrame>
  );
}
