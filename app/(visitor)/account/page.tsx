import type { Metadata } from 'next';
import { AskForm } from '@/components/reader/account/ask-form.client';
import { FormNotice } from '@/components/reader/account/form-notice';
import { OwnPage } from '@/components/reader/account/own-page.client';
import { askWords, ownPageWords } from '@/components/reader/account/picked-words';
import { readAccount } from '@/lib/comments/account/reading';
import { banSentence } from '@/lib/comments/bans/ban-sentence';
import { env } from '@/lib/env';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { askLink, eraseMe, leave, turnLetter } from './actions';
import { AccountFrame } from './frame';
import { accountHere, readAccountMessage } from './session';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('account.title') };
}

/** A commenter's own page, or the way to it. */
export default async function AccountPage() {
  const { labelSet, say } = await readSite();
  const [account, message] = [
    await readAccount(await accountHere(), { key: env().AUTH_SECRET ?? '', now: new Date() }),
    await readAccountMessage(),
  ];
  const notices = { saved: 'account.sub.done', erased: 'account.erase.done', over: 'account.over' } as const;
  return (
    <AccountFrame title={say('account.title')}>
      {message && (
        <FormNotice notice={{ kind: message === 'over' ? 'refused' : 'done', text: say(notices[message]) }} />
      )}
      {account ? (
        <OwnPage
          account={account}
          barred={account.ban && banSentence(account.ban, say)}
          turn={turnLetter}
          erase={eraseMe}
          leave={leave}
          words={wordsIn(labelSet, say, ownPageWords)}
        />
      ) : (
        <AskForm
          action={askLink}
          words={wordsIn(labelSet, say, askWords)}
          button={say('account.send')}
          again="/account"
        >
          <p>{say('account.ask')}</p>
        </AskForm>
      )}
    </AccountFrame>
  );
}
