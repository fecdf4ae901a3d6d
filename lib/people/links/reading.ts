import { getDb } from '@/db/client';
import { memberOfStaffLink } from './staff-link';

/** Whose a mailed link is, for the page that it opens; null for one that is unknown, used or expired. */
export async function staffLinkOwner(
  token: string,
  now = new Date(),
): Promise<{ name: string; email: string } | null> {
  const link = memberOfStaffLink(getDb(), token, now);
  return link && { name: link.member.name, email: link.member.email };
}
