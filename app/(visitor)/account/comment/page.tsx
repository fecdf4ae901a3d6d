import type { Metadata } from 'next';
import { deviceHere } from '@/app/device';
import { OwnComments } from '@/components/reader/account/own-comments';
import { signalsFrom } from '@/lib/comments/posting/signals';
import { readOwnComments } from '@/lib/comments/reading/reading';
import { env } from '@/lib/env';
import { readSite } from '@/lib/site/reading';
import { AccountFrame } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('talk.own.all') };
}

/** What was written on this device, each with the way to mend it or take it back. */
export default async function OwnCommentsPage() {
  const { say } = await readSite();
  const { device = '' } = signalsFrom(null, env().AUTH_SECRET ?? '', { device: await deviceHere() });
  return (
    <AccountFrame title={say('talk.own.all')}>
      <OwnComments comments={await readOwnComments(device)} say={say} />
    </AccountFrame>
  );
}
