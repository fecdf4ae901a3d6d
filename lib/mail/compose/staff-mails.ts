import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { newStaffLink, STAFF_LINK_MINUTES, staffLinkAddress } from '@/lib/people/links/staff-link';
import type { ClaimedMail } from '../delivery/claim-mail';
import type { Mail } from '../delivery/mail';
import type { StaffMailOrder } from '../queue/queue-mail';
import { type MailContext, siteSettingsAndLabels } from './mail-context';
import { mailWithEnvelope } from './mail-envelope';

/** To a member of staff: the link by which a password is chosen. Null if they have left meanwhile. */
export async function staffLinkMail(
  db: AppDb,
  { id, order, createdAt }: Pick<ClaimedMail, 'id' | 'createdAt'> & { order: StaffMailOrder },
  context: MailContext,
  now: Date,
): Promise<Mail | null> {
  const { siteName, labelSet, say } = await siteSettingsAndLabels(db);
  const link = await tx(db, (t) => {
    const member = t.select().from(staff).where(eq(staff.id, order.staffId)).get();
    if (!member || member.disabledAt) return null;
    return { member, token: newStaffLink(t, member.id, order.purpose, now) };
  });
  if (!link) return null;

  const { member, token } = link;
  const { purpose } = order;
  const body = {
    siteName,
    lang: labelSet,
    blocks: [
      { kind: 'words', text: say('mail.greeting', { name: member.name }) },
      { kind: 'words', text: say(`mail.staff.${purpose}.intro`, { site: siteName }) },
      {
        kind: 'button',
        text: say(`mail.staff.${purpose}.button`),
        href: staffLinkAddress(context.site, token),
        otherwise: say('mail.orOpen'),
      },
      { kind: 'words', text: say('mail.staff.minutes', { minutes: STAFF_LINK_MINUTES }) },
      ...(purpose === 'password' ? [{ kind: 'words' as const, text: say('mail.staff.notYou') }] : []),
    ],
    foot: { why: say('mail.why.staff', { site: siteName }) },
  } as const;
  const recipient = `s${member.id}` as const;
  const subject = say(`mail.staff.${purpose}.subject`, { site: siteName });
  return mailWithEnvelope(
    { id, createdAt, to: member.email, recipient, subject, list: 'staff' },
    body,
    context,
    now,
  );
}
