import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Say } from '@/lib/site/labels';

interface QueueTitleProps {
  /** How many appeals wait for an answer. */
  appeals: number;
  mayExport: boolean;
  say: Say;
}

/** The heading of the comment queue, with links to the other pages of moderation. */
export function QueueTitle({ appeals, mayExport, say }: QueueTitleProps) {
  return (
    <>
      <h1 className="text-h3/[1.4] font-lead">{say('admin.comments')}</h1>
      <nav className="title__ways gap-[0.4rem] flex flex-wrap" aria-label={say('admin.manage')}>
        <ButtonLink href="/admin/comments/decisions">{say('moderation.mine')}</ButtonLink>
        <ButtonLink href="/admin/comments/rules">{say('moderation.rules')}</ButtonLink>
        <ButtonLink href={appeals > 0 ? '/admin/comments/bans?state=appealed' : '/admin/comments/bans'}>
          {say('moderation.bans')}
          {appeals > 0 && <span>{say('moderation.appealsWaiting', { count: appeals })}</span>}
        </ButtonLink>
        {mayExport && <ButtonLink href="/admin/comments/letter">{say('moderation.newsletter')}</ButtonLink>}
      </nav>
    </>
  );
}

/** What moderators should keep in mind. */
export function ModerationReminder({ trustsKnown, say }: { trustsKnown: boolean; say: Say }) {
  return (
    <section className="panel" aria-labelledby="remember-title">
      <h2 id="remember-title">{say('moderation.rulesTitle')}</h2>
      <div className="panel__in">
        <Notice kind="plain">{say('moderation.rulesText')}</Notice>
        <p className="meta">{say(trustsKnown ? 'moderation.trustOn' : 'moderation.trustOff')}</p>
      </div>
    </section>
  );
}
