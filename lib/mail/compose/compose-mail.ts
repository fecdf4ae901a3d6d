import { longDate, startOfDhakaDay } from '@barta/bengali/dates';
import type { AppDb, ReadDb } from '@/db/client';
import { banById } from '@/db/queries/discussion/bans';
import { commenterById, subscriptionById, visibleAmong } from '@/db/queries/discussion/mail';
import type { ClaimedMail } from '../delivery/claim-mail';
import type { Mail } from '../delivery/mail';
import { unsubscribeToken } from '../tokens/unsubscribe-token';
import { accountLink, confirmation } from './address-mails';
import { deviceLink } from './device-mail';
import type { MailContent, MailRequest, OrderOf } from './mail-content';
import { type MailContext, siteSettingsAndLabels } from './mail-context';
import { mailWithEnvelope } from './mail-envelope';
import { frontStories } from './newsletter-stories';
import { staffLinkMail } from './staff-mails';

const MOST_QUOTED = 10;
const LONGEST_QUOTE = 400;

/** The letter as it reads now; null if there is nothing to say any more, or nobody to say it to. */
export async function composeMail(
  db: AppDb,
  { id, order, createdAt }: ClaimedMail,
  context: MailContext,
  now: Date,
): Promise<Mail | null> {
  if (order.letter === 'staff-link') return staffLinkMail(db, { id, order, createdAt }, context, now);
  const commenter = await commenterById(db, order.commenterId);
  if (!commenter || commenter.erasedAt) return null;
  const { siteName, labelSet, say } = await siteSettingsAndLabels(db);
  const content = await contentOf({ db, order, commenter, context, siteName, say, now });
  if (!content) return null;

  const token = encodeURIComponent(unsubscribeToken(content.ends, context.secret));
  const stop = say('subscriptionId' in content.ends ? 'mail.stop' : 'mail.stopAll');
  const body = {
    siteName,
    lang: labelSet,
    blocks: content.blocks,
    foot: {
      why: content.why,
      end: { text: stop, href: `${context.site}/account/unsubscribe?token=${token}` },
    },
  };
  const { subject, list } = content;
  const recipient = `c${commenter.id}` as const;
  return {
    ...mailWithEnvelope({ id, createdAt, to: commenter.email, recipient, subject, list }, body, context, now),
    unsubscribe: `${context.site}/api/letters/unsubscribe?token=${token}`,
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

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_QUOTE
    ? text
    : `${characters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`;
}
