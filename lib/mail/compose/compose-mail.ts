import { longDate, startOfDhakaDay } from '@barta/bengali/dates';
import type { AppDb, Db, ReadDb } from '@/db/client';
import { banById } from '@/db/queries/discussion/bans';
import {
  commenterById,
  storyOfComment,
  subscriptionById,
  subscriptionsOf,
  visibleAmong,
} from '@/db/queries/discussion/mail';
import type { commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import { withdrawToken } from '@/lib/comments/own/own-comment';
import type { Say } from '@/lib/site/labels';
import type { ClaimedLetter } from '../delivery/claim-mail';
import type { Mail } from '../delivery/mail';
import { outboxName } from '../delivery/outbox';
import type { LetterOrder } from '../queue/queue-mail';
import {
  ACCOUNT_LINK_MINUTES,
  CONFIRM_LINK_DAYS,
  type MailedPurpose,
  mailToken,
} from '../tokens/mailed-token';
import { type Unsubscribed, unsubscribeToken } from '../tokens/unsubscribe-token';
import { htmlLetter, type MailBlock, plainLetter } from './mail-body';
import { type LetterHouse, wordsOfHouse } from './mail-context';
import { frontStories } from './newsletter-stories';
import { saidUse } from './subscription-name';

const MOST_QUOTED = 10;
const LONGEST_QUOTE = 400;

interface Content {
  subject: string;
  blocks: MailBlock[];
  why: string;
  /** What the one click ends. */
  ends: Unsubscribed;
  list: 'replies' | 'morning' | 'account';
}

interface MailRequest<Order extends LetterOrder = LetterOrder> {
  db: AppDb;
  order: Order;
  commenter: typeof commenters.$inferSelect;
  house: LetterHouse;
  siteName: string;
  say: Say;
  now: Date;
}

type OrderOf<Kind extends LetterOrder['letter']> = Extract<LetterOrder, { letter: Kind }>;

/** The letter as it reads now; null if there is nothing to say any more, or nobody to say it to. */
export async function composeLetter(
  db: AppDb,
  { id, order, createdAt }: ClaimedLetter,
  house: LetterHouse,
  now: Date,
): Promise<Mail | null> {
  const commenter = await commenterById(db, order.commenterId);
  if (!commenter || commenter.erasedAt) return null;
  const { siteName, labelSet, say } = await wordsOfHouse(db);
  const content = await contentOf({ db, order, commenter, house, siteName, say, now });
  if (!content) return null;

  const token = encodeURIComponent(unsubscribeToken(content.ends, house.secret));
  const stop = say('subscriptionId' in content.ends ? 'letters.stop' : 'letters.stopAll');
  const words = {
    siteName,
    lang: labelSet,
    blocks: content.blocks,
    foot: { why: content.why, stop, href: `${house.site}/account/unsubscribe?token=${token}` },
  };
  const host = new URL(house.site).hostname;
  return {
    to: commenter.email,
    from: { name: siteName, address: house.from },
    subject: content.subject.replace(/\s+/g, ' '),
    text: plainLetter(words),
    html: htmlLetter(words),
    messageId: `<letter-${id}.${createdAt.getTime()}@${host}>`,
    date: now,
    unsubscribe: `${house.site}/api/letters/unsubscribe?token=${token}`,
    listId: `${content.list}.${host}`,
    fileName: outboxName(createdAt, { commenterId: commenter.id, jobId: id }),
  };
}

function contentOf(asked: MailRequest): Promise<Content | null> {
  const { order } = asked;
  switch (order.letter) {
    case 'confirm':
      return confirmation({ ...asked, order });
    case 'account':
      return accountLink({ ...asked, order });
    case 'replies':
      return digest({ ...asked, order });
    case 'appeal':
      return appealAnswer({ ...asked, order });
    case 'morning':
      return morning({ ...asked, order });
  }
}

/** What an address is asked to confirm: everything that it still has to. */
async function confirmation(asked: MailRequest<OrderOf<'confirm'>>): Promise<Content | null> {
  const { db, order, commenter, house, siteName, say, now } = asked;
  const all = await subscriptionsOf(db, commenter.id);
  const open = all.filter(({ confirmedAt, endedAt }) => !confirmedAt && !endedAt);
  if (open.length === 0) return null;
  const token = await newToken(db, 'confirm', commenter.id, now);
  const { commentId } = order;
  const story = commentId === null ? undefined : await storyOfComment(db, commentId);
  // Whoever typed the address chose the name as well: a stranger's letter must not begin with a stranger's words.
  const plain = commentId === null ? 'letters.confirm.introLetter' : 'letters.confirm.introPlain';
  const intro = story
    ? say('letters.confirm.intro', { site: siteName, headline: story.headline })
    : say(plain, { site: siteName });
  const isThere = commentId !== null && story?.commenterId === commenter.id && story.state !== 'withdrawn';
  const withdraw = isThere
    ? withdrawToken({ commentId, tokenVersion: commenter.tokenVersion }, house.secret)
    : '';
  return {
    subject: say('letters.confirm.subject'),
    blocks: [
      { kind: 'words', text: say('letters.greetingPlain') },
      { kind: 'words', text: intro },
      { kind: 'list', items: open.map((one) => saidUse(one, say)) },
      { kind: 'words', text: say('letters.confirm.ask', { days: CONFIRM_LINK_DAYS }) },
      {
        kind: 'button',
        text: say('letters.confirm.button'),
        href: `${house.site}/account/confirm?token=${token}`,
        otherwise: say('letters.orOpen'),
      },
      {
        kind: 'words',
        text: say(commentId === null ? 'letters.confirm.notYouLetter' : 'letters.confirm.notYou'),
      },
      ...(isThere
        ? [
            {
              kind: 'link' as const,
              text: say('letters.confirm.withdraw'),
              href: `${house.site}/account/withdraw?token=${encodeURIComponent(withdraw)}`,
            },
          ]
        : []),
    ],
    why: say(commentId === null ? 'letters.why.letter' : 'letters.why.comment', { site: siteName }),
    ends: { commenterId: commenter.id },
    list: 'account',
  };
}

async function accountLink({
  db,
  commenter,
  house,
  siteName,
  say,
  now,
}: MailRequest): Promise<Content | null> {
  if (commenter.staffId !== null) return null;
  const token = await newToken(db, 'account', commenter.id, now);
  return {
    subject: say('letters.account.subject', { site: siteName }),
    blocks: [
      { kind: 'words', text: say('letters.greetingPlain') },
      { kind: 'words', text: say('letters.account.intro', { minutes: ACCOUNT_LINK_MINUTES }) },
      {
        kind: 'button',
        text: say('letters.account.button'),
        href: `${house.site}/account/open?token=${token}`,
        otherwise: say('letters.orOpen'),
      },
    ],
    why: say('letters.why.account', { site: siteName }),
    ends: { commenterId: commenter.id },
    list: 'account',
  };
}

/** What the newsroom has decided on an appeal; its words as they were written. */
async function appealAnswer({
  db,
  order,
  siteName,
  say,
}: MailRequest<OrderOf<'appeal'>>): Promise<Content | null> {
  const ban = await banById(db, order.banId);
  if (!ban?.answeredAt) return null;
  const { answer, liftedAt, until } = ban;
  const kept = until
    ? say('letters.appeal.refusedUntil', { until: longDate(until) })
    : say('letters.appeal.refused');
  return {
    subject: say('letters.appeal.subject', { site: siteName }),
    blocks: [
      { kind: 'words', text: say('letters.greetingPlain') },
      { kind: 'words', text: liftedAt ? say('letters.appeal.lifted', { site: siteName }) : kept },
      ...(answer === ''
        ? []
        : [
            { kind: 'words' as const, text: `${say('letters.appeal.words')}:` },
            { kind: 'words' as const, text: answer },
          ]),
    ],
    why: say('letters.why.appeal', { site: siteName }),
    ends: { commenterId: order.commenterId },
    list: 'account',
  };
}

async function digest(asked: MailRequest<OrderOf<'replies'>>): Promise<Content | null> {
  const { db, order, commenter, house, say } = asked;
  if (!(await isStanding(db, order.subscriptionId))) return null;
  const replies = await visibleAmong(db, order.replies);
  const [first] = replies;
  if (!first) return null;
  const address = (id: number) => `${house.site}/${first.section}/${first.storyId}/discussion/comment-${id}`;
  const quoted = replies.slice(0, MOST_QUOTED);
  const { headline } = first;
  return {
    subject: say('letters.replies.subject', { headline }),
    blocks: [
      {
        kind: 'words',
        text: commenter.name
          ? say('letters.greeting', { name: commenter.name })
          : say('letters.greetingPlain'),
      },
      { kind: 'words', text: say('letters.replies.intro', { headline, count: replies.length }) },
      ...quoted.map((reply) => ({
        kind: 'quote' as const,
        by: say('letters.replies.said', { name: reply.name }),
        text: shortened(reply.body),
        link: { text: say('letters.replies.read'), href: address(reply.id) },
      })),
      ...(replies.length > quoted.length
        ? [
            {
              kind: 'words' as const,
              text: say('letters.replies.more', { count: replies.length - quoted.length }),
            },
          ]
        : []),
    ],
    why: say('letters.why.replies'),
    ends: { subscriptionId: order.subscriptionId },
    list: 'replies',
  };
}

async function morning(asked: MailRequest<OrderOf<'morning'>>): Promise<Content | null> {
  const { db, order, house, siteName, say, now } = asked;
  if (!(await isStanding(db, order.subscriptionId))) return null;
  const stories = await frontStories(db, now);
  const [lead] = stories;
  if (!lead) return null;
  return {
    subject: say('letters.morning.subject', { site: siteName, headline: lead.headline }),
    blocks: [
      {
        kind: 'words',
        text: say('letters.morning.intro', { site: siteName, date: longDate(startOfDhakaDay(order.day)) }),
      },
      ...stories.map(({ headline, standfirst, href }) => ({
        kind: 'story' as const,
        headline,
        standfirst,
        link: { text: say('letters.morning.read'), href: house.site + href },
      })),
    ],
    why: say('letters.why.morning', { site: siteName }),
    ends: { subscriptionId: order.subscriptionId },
    list: 'morning',
  };
}

/** Confirmed and not ended: asked again when the letter leaves. */
async function isStanding(db: ReadDb, subscriptionId: number): Promise<boolean> {
  const subscription = await subscriptionById(db, subscriptionId);
  return subscription !== undefined && subscription.confirmedAt !== null && subscription.endedAt === null;
}

function newToken(db: Db, purpose: MailedPurpose, commenterId: number, now: Date): Promise<string> {
  return tx(db, (t) => mailToken(t, purpose, commenterId, now));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_QUOTE ? text : `${letters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`;
}
