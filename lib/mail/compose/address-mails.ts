import { storyOfComment, subscriptionsOf } from '@/db/queries/discussion/mail';
import { withdrawToken } from '@/lib/comments/own/own-comment';
import { ACCOUNT_LINK_MINUTES, CONFIRM_LINK_DAYS } from '../tokens/mailed-token';
import { type MailContent, type MailRequest, newToken, type OrderOf } from './mail-content';
import { subscriptionName } from './subscription-name';

/** What an address is asked to confirm: everything that it still has to. */
export async function confirmation(request: MailRequest<OrderOf<'confirm'>>): Promise<MailContent | null> {
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

/** The way to the commenter's own page. */
export async function accountLink({
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
