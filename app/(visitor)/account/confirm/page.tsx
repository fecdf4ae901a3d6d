import type { Metadata } from 'next';
import { OneButton } from '@/components/reader/account/one-button.client';
import { hasConfirmed, readConfirmation } from '@/lib/comments/account/reading';
import { subscriptionName } from '@/lib/mail/compose/subscription-name';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { confirmHere } from '../actions';
import { BadLink } from '../bad-link';
import { AccountFrame } from '../frame';
import { ToOwnPage } from '../to-own-page';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('account.confirm.title'), referrer: 'same-origin' };
}

/** Where the letter that proves an address leads. Looking at it confirms nothing: mail scanners follow every link. */
export default async function ConfirmPage({ searchParams }: PageProps<'/account/confirm'>) {
  const { token: sent } = await searchParams;
  const token = typeof sent === 'string' ? sent : '';
  const { say } = await readSite();
  const wanted = await readConfirmation(token, new Date());
  const isConfirmed = !wanted && (await hasConfirmed(token));
  return (
    <AccountFrame title={say('account.confirm.title')}>
      <OneButton
        action={confirmHere}
        token={token}
        button={say('account.confirm.do')}
        gone={isConfirmed ? <Confirmed say={say} /> : !wanted && <BadLink say={say} />}
        onward={<ToOwnPage say={say} />}
      >
        {wanted && wanted.length > 0 ? (
          <>
            <p>{say('account.confirm.note')}</p>
            <ul>
              {wanted.map((one) => (
                <li key={one.id}>• {subscriptionName(one, say)}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{say('account.confirm.nothing')}</p>
        )}
      </OneButton>
    </AccountFrame>
  );
}

function Confirmed({ say }: { say: Say }) {
  return (
    <>
      <p className="note note--ok">{say('account.confirm.already')}</p>
      <ToOwnPage say={say} />
    </>
  );
}
