import type { Metadata } from 'next';
import { deviceHere } from '@/app/device';
import { ownCommentWords } from '@/components/reader/account/picked-words';
import { OwnComment } from '@/components/reader/discussion/own-comment.client';
import { signalsFrom } from '@/lib/comments/posting/signals';
import { readOwnComment } from '@/lib/comments/reading/reading';
import { env } from '@/lib/env';
import { idIn } from '@/lib/forms/read-form';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { AccountFrame } from '../../frame';
import { saveOwnComment, takeBack } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('talk.own.title') };
}

/** One's own comment, on the device that wrote it. */
export default async function OwnCommentPage({ params }: PageProps<'/account/comment/[commentId]'>) {
  const { labelSet, say } = await readSite();
  const { device = '' } = signalsFrom(null, env().AUTH_SECRET ?? '', { device: await deviceHere() });
  const commentId = idIn((await params).commentId) ?? 0;
  const comment = await readOwnComment(commentId, { device }, new Date());

  return (
    <AccountFrame title={say('talk.own.title')}>
      {comment ? (
        <OwnComment
          comment={comment}
          save={saveOwnComment}
          takeBack={takeBack}
          words={wordsIn(labelSet, say, ownCommentWords)}
        />
      ) : (
        <p className="note">{say('talk.own.notYours')}</p>
      )}
    </AccountFrame>
  );
}
