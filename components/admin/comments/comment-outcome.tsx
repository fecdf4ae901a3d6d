import { Notice } from '@/components/ui/notice';
import { relativeTime } from '@/lib/bengali/dates';
import type { deskDecisions } from '@/lib/comments/desk';
import type { LabelKey, Say } from '@/lib/site/labels';

const done: Record<string, LabelKey> = {
  approve: 'moderation.didApprove',
  hide: 'moderation.didHide',
  answer: 'moderation.didAnswer',
};

interface Props {
  /** What the form before this page has done, and to how many. */
  did: string;
  count: number;
  /** What others had decided before. */
  decisions: Awaited<ReturnType<typeof deskDecisions>>;
  say: Say;
  now: Date;
}

/** What became of the moderator's last deed, and who was quicker. */
export function CommentOutcome({ did, count, decisions, say, now }: Props) {
  const label = Object.hasOwn(done, did) ? done[did] : undefined;
  return (
    <>
      {label && <Notice kind="done">{say(label, { count })}</Notice>}
      {decisions.length > 0 && (
        <Notice kind="refused">
          {decisions.map((decision) => (
            <p key={decision.id}>{sentence(decision, say, now)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

function sentence({ author, action }: Props['decisions'][number], say: Say, now: Date): string {
  if (!action) return say('moderation.stale');
  const label = action.to === 'visible' ? 'moderation.alreadyVisible' : 'moderation.alreadyHidden';
  const name = action.by ?? say('moderation.byHouse');
  return say(label, { author, name, when: relativeTime(action.at, now) });
}
