import type { Metadata } from 'next';
import { ownCommentWords } from '@/components/reader/account/picked-words';
import { OwnComment } from '@/components/reader/discussion/own-comment.client';
import { readWithdrawToken } from '@/lib/comments/own/own-comment';
import { readOwnComment } from '@/lib/comments/reading/reading';
import { env } from '@/lib/env';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { saveOwnComment, takeBack } from '../comment/[commentId]/actions';
import { AccountFrame } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  // The token stands in the address: it goes to nobody that the page links to. With `no-referrer` a browser without
  // script would send its form from `Origin: null`, and the edge server would turn it away.
  return { title: say('talk.own.withdraw'), referrer: 'same-origin' };
}

/** Where a mailed link leads. Looking at it changes nothing: a scanner that follows each link withdraws nobody's words. */
export default async function WithdrawPage({ searchParams }: PageProps<'/account/withdraw'>) {
  const { token: sent } = await searchParams;
  const token = typeof sent === 'string' ? sent : '';
  const { labelSet, say } = await readSite();
  const link = readWithdrawToken(token, env().AUTH_SECRET ?? '');
  const owner = { tokenVersion: link?.tokenVersion ?? 0 };
  const comment = link && (await readOwnComment(link.commentId, owner, new Date()));

  return (
    <AccountFrame title={say('talk.own.withdraw')}>
      {comment ? (
        <OwnComment
          comment={{ ...comment, editableUntil: null }}
          token={token}
          save={saveOwnComment}
          takeBack={takeBack}
          words={wordsIn(labelSet, say, ownCommentWords)}
        />
      ) : (
        <p className="note">{say('talk.own.badLink')}</p>
      )}
    </AccountFrame>
  );
}
