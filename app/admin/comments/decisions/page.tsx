import { relativeTime } from '@barta/bengali/dates';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import type { Metadata } from 'next';
import { OwnDecisions } from '@/components/admin/comments/own-decisions.client';
import { reasonLabels } from '@/components/admin/comments/reason-labels';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { ButtonLink } from '@/components/ui/button';
import { deskOwnDecisions } from '@/lib/comments/desk/queue';
import { readSite } from '@/lib/site/reading';
import { takeBack } from './actions';
import '../comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('moderation.mine') };
}

/** What the member at the desk has decided, each to be taken back. */
export default async function DecisionsPage({ searchParams }: PageProps<'/admin/comments/decisions'>) {
  const params = await searchParams;
  const before = [params.before].flat()[0] ?? '';
  const { decisions, olderBefore } = await deskOwnDecisions(before);
  const { say } = await readSite();
  const now = new Date();
  return (
    <>
      <DeskHead title={say('moderation.mine')}>
        <ButtonLink href="/admin/comments" icon="back">
          {say('moderation.backToQueue')}
        </ButtonLink>
      </DeskHead>
      {decisions.length === 0 ? (
        <p className="note">{say('moderation.mineEmpty')}</p>
      ) : (
        <OwnDecisions
          action={takeBack}
          decisions={decisions.map(({ id, comment, from, to, reason, at, undoneAt, isOver }) => ({
            id,
            name: comment.name,
            words: truncateGraphemes(comment.body, 140, '…'),
            when: relativeTime(at, now),
            deed: [
              say('moderation.mineWas', {
                from: say(`moderation.state.${from}`),
                to: say(`moderation.state.${to}`),
              }),
              reason === '' ? '' : say(reasonLabels[reason]),
            ]
              .filter(Boolean)
              .join(' · '),
            fate: undoneAt ? say('moderation.undone') : isOver ? say('moderation.mineNow') : '',
          }))}
          words={{ list: say('moderation.mine'), undo: say('moderation.undo') }}
        />
      )}
      <ListFoot
        older={
          olderBefore !== '' && {
            href: `/admin/comments/decisions?before=${olderBefore}`,
            words: say('moderation.older'),
          }
        }
      />
    </>
  );
}
