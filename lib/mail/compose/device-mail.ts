import { storyOfComment } from '@/db/queries/discussion/mail';
import { withdrawToken } from '@/lib/comments/own/own-comment';
import { DEVICE_LINK_HOURS } from '../tokens/mailed-token';
import { type MailContent, type MailRequest, newToken, type OrderOf } from './mail-content';

/** What a stranger has typed is not quoted: the letter names the story, and leads to the button and to the way out. */
export async function deviceLink({
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
