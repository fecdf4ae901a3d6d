import { clockTime, longDate, relativeTime } from '@barta/bengali/dates';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import type { Metadata } from 'next';
import { BanList } from '@/components/admin/comments/bans/ban-list.client';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { ButtonLink } from '@/components/ui/button';
import { banTabs, type DeskBan, deskBans } from '@/lib/comments/bans/listing';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { settleBan } from './actions';
import '../comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('moderation.bansTitle') };
}

const tabLabels: Record<(typeof banTabs)[number], LabelKey> = {
  standing: 'moderation.activeBans',
  appealed: 'moderation.bansAppealed',
  over: 'moderation.bansOver',
};

/** Who is barred and why, what they have written back, and a way to let them in again. */
export default async function BansPage({ searchParams }: PageProps<'/admin/comments/bans'>) {
  const params = await searchParams;
  const one = (name: string) => [params[name]].flat()[0] ?? '';
  const tab = banTabs.find((known) => known === one('state')) ?? 'standing';
  const now = new Date();
  const { bans, appeals, olderBefore } = await deskBans(tab, one('before'), now);
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('moderation.bansTitle')}>
        <ButtonLink href="/admin/comments" icon="back">
          {say('moderation.backToQueue')}
        </ButtonLink>
      </DeskHead>
      <LinkTabs
        label={say('moderation.bansTitle')}
        tabs={banTabs.map((name) => ({
          href: `/admin/comments/bans?state=${name}`,
          words: say(tabLabels[name]),
          isHere: name === tab,
          count:
            name === 'appealed' && appeals > 0 ? say('moderation.waiting', { count: appeals }) : undefined,
        }))}
      />
      <BanList
        bans={bans.map((ban) => banView(ban, say, now))}
        action={settleBan}
        words={{
          list: say('moderation.bansTitle'),
          empty: say('moderation.bansEmpty'),
          lift: say('moderation.banLift'),
          answer: say('moderation.appealAnswer'),
          answerHint: say('moderation.appealAnswerHint'),
          accept: say('moderation.appealLift'),
          refuse: say('moderation.appealRefuse'),
          allOf: say('moderation.allOf'),
        }}
      />
      <ListFoot
        older={
          olderBefore !== '' && {
            href: `/admin/comments/bans?state=${tab}&before=${olderBefore}`,
            words: say('moderation.older'),
          }
        }
      />
      <p className="meta">{say('moderation.bansNote')}</p>
    </>
  );
}

function banView(ban: DeskBan, say: Say, now: Date) {
  const moment = (at: Date) => `${longDate(at)}, ${clockTime(at)}`;
  const isOver = ban.liftedAt !== null || (ban.until !== null && ban.until <= now);
  const fate = ban.liftedAt
    ? say('moderation.banLiftedAt', { when: relativeTime(ban.liftedAt, now) })
    : ban.until
      ? say(isOver ? 'moderation.banEndedAt' : 'moderation.banUntil', {
          until: moment(ban.until),
          when: moment(ban.until),
        })
      : say('moderation.banForGood');
  return {
    id: ban.id,
    name: ban.comment?.name ?? '',
    words: ban.comment ? truncateGraphemes(ban.comment.body, 140, '…') : '',
    href: ban.comment ? `/admin/comments?state=all&by=${ban.comment.commenterId}` : '',
    kind: say(`moderation.banKind.${ban.kind}`),
    fate,
    isOver,
    reason: ban.reason,
    made: say('moderation.banMade', { name: ban.by, when: relativeTime(ban.createdAt, now) }),
    appeal: ban.appeal,
    appealed: ban.appealedAt ? say('moderation.appeal', { when: relativeTime(ban.appealedAt, now) }) : '',
    answer: ban.answer,
    answered: ban.answeredAt
      ? say('moderation.appealAnswered', {
          name: ban.answeredBy ?? '',
          when: relativeTime(ban.answeredAt, now),
        })
      : '',
  };
}
