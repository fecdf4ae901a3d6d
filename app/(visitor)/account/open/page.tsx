import type { Metadata } from 'next';
import { OneButton } from '@/components/reader/account/one-button.client';
import { isAccountLink, isOpenHere } from '@/lib/comments/account/reading';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { openPage } from '../actions';
import { BadLink } from '../bad-link';
import { AccountFrame } from '../frame';
import { accountHere } from '../session';
import { ToOwnPage } from '../to-own-page';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('account.title'), referrer: 'same-origin' };
}

/** Where the mailed link to one's own page leads. */
export default async function OpenPage({ searchParams }: PageProps<'/account/open'>) {
  const { token: sent } = await searchParams;
  const token = typeof sent === 'string' ? sent : '';
  const { say } = await readSite();
  const isGood = await isAccountLink(token, new Date());
  const isOpen = !isGood && (await isOpenHere(await accountHere()));
  return (
    <AccountFrame title={say('account.title')}>
      <OneButton
        action={openPage}
        token={token}
        button={say('account.open.do')}
        gone={isOpen ? <Open say={say} /> : !isGood && <BadLink say={say} />}
      >
        <p>{say('account.open.note')}</p>
      </OneButton>
    </AccountFrame>
  );
}

/** The link was used, and here: pressed again out of the letter, or found in the history. */
function Open({ say }: { say: Say }) {
  return (
    <>
      <p className="note">{say('account.open.already')}</p>
      <ToOwnPage say={say} />
    </>
  );
}
