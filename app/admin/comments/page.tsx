import type { Metadata } from 'next';
import { CommentAnswer } from '@/components/admin/comments/comment-answer.client';
import { CommentOutcome } from '@/components/admin/comments/comment-outcome';
import { CommentQueue } from '@/components/admin/comments/comment-queue';
import { CommentTabs } from '@/components/admin/comments/comment-tabs';
import { Notice } from '@/components/ui/notice';
import { relativeTime } from '@/lib/bengali/dates';
import { type DeskTab, deskComments, deskDecisions, deskTabs, MOST_COUNTED } from '@/lib/comments/desk';
import { idIn } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import { answerAsNewsroom, moderateComments } from './actions';
import './comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.comments') };
}

/** The queue: what waits for a moderator, what readers see, what was taken down. */
export default async function CommentsPage({ searchParams }: PageProps<'/admin/comments'>) {
  const asked = await searchParams;
  const one = (name: string) => [asked[name]].flat()[0] ?? '';
  const now = new Date();
  const tab: DeskTab = deskTabs.find((known) => known === one('state')) ?? 'held';
  const queue = await deskComments({ tab, before: one('before') }, now);
  const stale = one('stale')
    .split(',')
    .slice(0, 30)
    .map(idIn)
    .filter((id) => id !== null);
  const { say, trustKnownCommenters } = await readSite();
  const answered = queue.comments.find((comment) => comment.id === idIn(one('answer')));

  return (
    <>
      <div className="title">
        <h1>{say('admin.comments')}</h1>
        {queue.oldestHeldAt && (
          <span className="meta">
            {say('moderation.oldestWaits', { when: relativeTime(queue.oldestHeldAt, now) })}
          </span>
        )}
      </div>
      <CommentTabs tab={tab} held={queue.held} most={MOST_COUNTED} say={say} />
      <CommentOutcome
        did={one('did')}
        count={Number(one('n')) || 0}
        decisions={stale.length > 0 ? await deskDecisions(stale) : []}
        say={say}
        now={now}
      />
      {answered && (
        <CommentAnswer
          key={answered.id}
          comment={{ id: answered.id, version: answered.version, name: answered.name, body: answered.body }}
          tab={tab}
          action={answerAsNewsroom}
          labels={{
            title: say('moderation.answerAs'),
            about: say('comments.replyTo', { name: answered.name }),
            hint: say('moderation.answerHint'),
            send: say(tab === 'visible' ? 'moderation.sendAnswer' : 'moderation.approveAndAnswer'),
            cancel: say('form.cancel'),
          }}
        />
      )}
      <div className="mod">
        <CommentQueue queue={queue} tab={tab} action={moderateComments} say={say} now={now} />
        <aside aria-label={say('moderation.rulesTitle')}>
          <section className="panel">
            <h2>{say('moderation.rulesTitle')}</h2>
            <div className="panel__in">
              <Notice kind="plain">{say('moderation.rulesText')}</Notice>
              <p className="meta">
                {say(trustKnownCommenters ? 'moderation.trustOn' : 'moderation.trustOff')}
              </p>
            </div>
          </section>
        </aside>
      </div>
    </>
  );
}
