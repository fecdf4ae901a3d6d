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
import type { ClaimedMail } from '../delivery/claim-mail';
import type { Mail } from '../delivery/mail';
import { outboxName } from '../delivery/outbox';
import type { MailOrder } from '../queue/queue-mail';
import {
  ACCOUNT_LINK_MINUTES,
  CONFIRM_LINK_DAYS,
  DEVICE_LINK_HOURS,
  type MailedPurpose,
  mailToken,
} from '../tokens/mailed-token';
import { type Unsubscribed, unsubscribeToken } from '../tokens/unsubscribe-token';
import { htmlMail, type MailBlock, plainMail } from './mail-body';
import { type MailContext, siteSettingsAndLabels } from './mail-context';
import { frontStories } from './newsletter-stories';
import { subscriptionName } from './subscription-name';

const MOST_QUOTED = 10;
const LONGEST_QUOTE = 400;

interface MailContent {
  subject: string;
  blocks: MailBlock[];
  why: string;
  /** What the one click ends. */
  ends: Unsubscribed;
  list: 'replies' | 'morning' | 'account';
}

interface MailRequest<Order extends MailOrder = MailOrder> {
  db: AppDb;
  order: Order;
  commenter: typeof commenters.$inferSelect;
  context: MailContext;
  siteName: string;
  say: Say;
  now: Date;
}

type OrderOf<Kind extends MailOrder['letter']> = Extract<MailOrder, { letter: Kind }>;

/** The letter as it reads now; null if there is nothing to say any more, or nobody to say it to. */
export async function composeMail(
  db: AppDb,
  { id, order, createdAt }: ClaimedMail,
  context: MailContext,
  now: Date,
): Promise<Mail | null> {
  const commenter = await commenterById(db, order.commenterId);
  if (!commenter || commenter.erasedAt) return null;
  const { siteName, labelSet, say } = await siteSettingsAndLabels(db);
  const content = await contentOf({ db, order, commenter, context, siteName, say, now });
  if (!content) return null;

  const token = encodeURIComponent(unsubscribeToken(content.ends, context.secret));
  const stop = say('subscriptionId' in content.ends ? 'mail.stop' : 'mail.stopAll');
  const words = {
    siteName,
    lang: labelSet,
    blocks: content.blocks,
    foot: { why: content.why, stop, href: `${context.site}/account/unsubscribe?token=${token}` },
  };
  const host = new URL(context.site).hostname;
  return {
    to: commenter.email,
    from: { name: siteName, address: context.from },
    subject: content.subject.replace(/\s+/g, ' '),
    text: plainMail(words),
    html: htmlMail(words),
    messageId: `<letter-${id}.${createdAt.getTime()}@${host}>`,
    date: now,
    unsubscribe: `${context.site}/api/letters/unsubscribe?token=${token}`,
    listId: `${content.list}.${host}`,
    fileName: outboxName(createdAt, { commenterId: commenter.id, jobId: id }),
  };
}

function contentOf(request: MailRequest): Promise<MailContent | null> {
  const { order } = request;
  switch (order.letter) {
    case 'confirm':
      return confirmation({ ...request, order });
    case 'account':
      return accountLink({ ...request, order });
    case 'device':
      return deviceLink({ ...request, order });
    case 'replies':
      return digest({ ...request, order });
    case 'appeal':
      return appealAnswer({ ...request, order });
    case 'morning':
      return newsletter({ ...request, order });
  }
}

/** What an address is asked to confirm: everything that it still has to. */
async function confirmation(request: MailRequest<OrderOf<'confirm'>>): Promise<MailContent | null> {
  const { db, order, commenter, context, siteName, say, now } = request;
  const all = await subscriptionsOf(db, commenter.id);
  const open = all.filter(({ confirmedAt, endedAt }) => !confirmedAt && !endedAt);
  if (open.length === 0) return null;
  const token = await newToken(db, 'confirm', commenter.id, now);
  const { commentId } = order;
  const story = commentId === null ? undefined : await storyOfComment(db, commentId);
  // Whoever typed the address chose the name as well: a stranger's letter must not begin with a stranger's words.
  const plain = commentId === null ? 'mail.confirm.introLetter' : 'mail.confirm.introPlain';
  const intro = story
    ? say('mail.confirm.intro', { site: siteName, headline: story.headline })
    : say(plain, { site: siteName });
  const isThere = commentId !== null && story?.commenterId === commenter.id && story.state !== 'withdrawn';
  const withdraw = isThere
    ? withdrawToken({ commentId, tokenVersion: commenter.tokenVersion }, context.secret)
    : '';
  return {
    subject: say('mail.confirm.subject'),
    blocks: [
      { kind: 'words', text: say('mail.greetingPlain') },
      { kind: 'words', text: intro },
      { kind: 'list', items: open.map((one) => subscriptionName(one, say)) },
      { kind: 'words', text: say('mail.confirm.ask', { days: CONFIRM_LINK_DAYS }) },
      {
        kind: 'button',
        text: say('mail.confirm.button'),
        href: `${context.site}/account/confirm?token=${token}`,
        otherwise: say('mail.orOpen'),
      },
      {
        kind: 'words',
        text: say(commentId === null ? 'mail.confirm.notYouLetter' : 'mail.confirm.notYou'),
      },
      ...(isThere
        ? [
            {
              kind: 'link' as const,
              text: say('mail.confirm.withdraw'),
              href: `${context.site}/account/withdraw?token=${encodeURIComponent(withdraw)}`,
            },
          ]
        : []),
    ],
    why: say(commentId === null ? 'mail.why.letter' : 'mail.why.comment', { site: siteName }),
    ends: { commenterId: commenter.id },
    list: 'account',
  };
}

async function accountLink({
  db,
  commenter,
  context,
  siteName,
  say,
  now,
}: MailRequest): Promise<MailContent | null> {
  if (commenter.staffId !== null) return null;
  const token = await newToken(db, 'account', commenter.id, now);
  return {
    subject: say('mail.account.subject', { site: siteName }),
    blocks: [
      { kind: 'words', text: say('mail.greetingPlain') },
      { kind: 'words', text: say('mail.account.intro', { minutes: ACCOUNT_LINK_MINUTES }) },
      {
        kind: 'button',
        text: say('mail.account.button'),
        href: `${context.site}/account/open?token=${token}`,
        otherwise: say('mail.orOpen'),
      },
    ],
    why: say('mail.why.account', { site: siteName }),
    ends: { commenterId: commenter.id },
    list: 'account',
  };
}

/** What a stranger has typed is not quoted: the letter names the story, and leads to the button and to the way out. */
async function deviceLink({
  db,
  order,
  commenter,
  context,
  siteName,
  say,
  now,
}: MailRequest<OrderOf<'device'>>): Promise<MailContent | null> {
  const story = await storyOfComment(db, order.commentId);
  if (commenter.staffId !== null || !story || story.state === 'withdrawn') return null;
  const token = await newToken(db, 'device', commenter.id, now);
  const { headline } = story;
  const withdraw = withdrawToken(
    { commentId: order.commentId, tokenVersion: commenter.tokenVersion },
    context.secret,
  );
  return {
    subject: say('mail.device.subject', { site: siteName }),
    blocks: [
      { kind: 'words', text: say('mail.greetingPlain') },
      { kind: 'words', text: say('mail.device.intro', { headline }) },
      { kind: 'words', text: say('mail.device.ask', { hours: DEVICE_LINK_HOURS }) },
      {
        kind: 'button',
        text: say('mail.device.button'),
        href: `${context.site}/account/device?token=${token}`,
        otherwise: say('mail.orOpen'),
      },
      { kind: 'words', text: say('mail.device.notYou') },
      {
        kind: 'link',
        text: say('mail.confirm.withdraw'),
        href: `${context.site}/account/withdraw?token=${encodeURIComponent(withdraw)}`,
      },
    ],
    why: say('mail.why.comment', { site: siteName }),
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
}: MailRequest<OrderOf<'appeal'>>): Promise<MailContent | null> {
  const ban = await banById(db, order.banId);
  if (!ban?.answeredAt) return null;
  const { answer, liftedAt, until } = ban;
  const refusal = until
    ? say('mail.appeal.refusedUntil', { until: longDate(until) })
    : say('mail.appeal.refused');
  return {
    subject: say('mail.appeal.subject', { site: siteName }),
    blocks: [
      { kind: 'words', text: say('mail.greetingPlain') },
      { kind: 'words', text: liftedAt ? say('mail.appeal.lifted', { site: siteName }) : refusal },
      ...(answer === ''
        ? []
        : [
            { kind: 'words' as const, text: `${say('mail.appeal.words')}:` },
            { kind: 'words' as const, text: answer },
          ]),
    ],
    why: say('mail.why.appeal', { site: siteName }),
    ends: { commenterId: order.commenterId },
    list: 'account',
  };
}

async function digest(request: MailRequest<OrderOf<'replies'>>): Promise<MailContent | null> {
  const { db, order, commenter, context, say } = request;
  if (!(await isSubscribed(db, order.subscriptionId))) return null;
  const replies = await visibleAmong(db, order.replies);
  const [first] = replies;
  if (!first) return null;
  const address = (id: number) =>
    `${context.site}/${first.section}/${first.storyId}/discussion/comment-${id}`;
  const quoted = replies.slice(0, MOST_QUOTED);
  const { headline } = first;
  return {
    subject: say('mail.replies.subject', { headline }),
    blocks: [
      {
        kind: 'words',
        text: commenter.name ? say('mail.greeting', { name: commenter.name }) : say('mail.greetingPlain'),
      },
      { kind: 'words', text: say('mail.replies.intro', { headline, count: replies.length }) },
      ...quoted.map((reply) => ({
        kind: 'quote' as const,
        by: say('mail.replies.said', { name: reply.name }),
        text: shortened(reply.body),
        link: { text: say('mail.replies.read'), href: address(reply.id) },
      })),
      ...(replies.length > quoted.length
        ? [
            {
              kind: 'words' as const,
              text: say('mail.replies.more', { count: replies.length - quoted.length }),
            },
          ]
        : []),
    ],
    why: say('mail.why.replies'),
    ends: { subscriptionId: order.subscriptionId },
    list: 'replies',
  };
}

async function newsletter(request: MailRequest<OrderOf<'morning'>>): Promise<MailContent | null> {
  const { db, order, context, siteName, say, now } = request;
  if (!(await isSubscribed(db, order.subscriptionId))) return null;
  const stories = await frontStories(db, now);
  const [lead] = stories;
  if (!lead) return null;
  return {
    subject: say('mail.morning.subject', { site: siteName, headline: lead.headline }),
    blocks: [
      {
        kind: 'words',
        text: say('mail.morning.intro', { site: siteName, date: longDate(startOfDhakaDay(order.day)) }),
      },
      ...stories.map(({ headline, standfirst, href }) => ({
        kind: 'story' as const,
        headline,
        standfirst,
        link: { text: say('mail.morning.read'), href: context.site + href },
      })),
    ],
    why: say('mail.why.morning', { site: siteName }),
    ends: { subscriptionId: order.subscriptionId },
    list: 'morning',
  };
}

/** Confirmed and not ended: asked again when the letter leaves. */
async function isSubscribed(db: ReadDb, subscriptionId: number): Promise<boolean> {
  const subscription = await subscriptionById(db, subscriptionId);
  return subscription !== undefined && subscription.confirmedAt !== null && subscription.endedAt === null;
}

function newToken(db: Db, purpose: MailedPurpose, commenterId: number, now: Date): Promise<string> {
  return tx(db, (t) => mailToken(t, purpose, commenterId, now));
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_QUOTE
    ? text
    : `${characters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`;
}
