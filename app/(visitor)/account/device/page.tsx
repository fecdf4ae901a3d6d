import type { Metadata } from 'next';
import { OneButton } from '@/components/reader/account/one-button.client';
import { isDeviceLink } from '@/lib/comments/account/reading';
import { readSite } from '@/lib/site/reading';
import { confirmThisDevice } from '../actions';
import { BadLink } from '../bad-link';
import { AccountFrame } from '../frame';
import { ToOwnPage } from '../to-own-page';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('account.device.title'), referrer: 'same-origin' };
}

/** Where the link leads that a new device is proven by. Looking at it proves nothing: mail scanners follow every link. */
export default async function DevicePage({ searchParams }: PageProps<'/account/device'>) {
  const { token: sent } = await searchParams;
  const token = typeof sent === 'string' ? sent : '';
  const { say } = await readSite();
  const isGood = await isDeviceLink(token, new Date());
  return (
    <AccountFrame title={say('account.device.title')}>
      <OneButton
        action={confirmThisDevice}
        token={token}
        button={say('account.device.do')}
        gone={!isGood && <BadLink say={say} />}
        onward={<ToOwnPage say={say} />}
      >
        <p>{say('account.device.note')}</p>
      </OneButton>
    </AccountFrame>
  );
}
