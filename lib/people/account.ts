import { eq } from 'drizzle-orm';
import { renderSVG } from 'uqr';
import { getDb } from '@/db/client';
import { staffTotp } from '@/db/schema';
import { decryptText } from '@/lib/encrypt-text';
import { readSite } from '@/lib/site/reading';
import { authSecret } from './auth-options';
import { currentStaffSession, isSetupDue, requireStaff } from './require-staff';
import { secondFactorsOf } from './second-factor/second-factors';
import { totpAddress } from './second-factor/totp';

/** What a member's account page shows of signing in; `setup`: the app's secret that waits for its first code. */
export async function deskAccount() {
  const member = await requireStaff('enter-desk', '/admin/account');
  const session = await currentStaffSession();
  const db = getDb();
  const factors = secondFactorsOf(db, member.id);
  const stored = db.select().from(staffTotp).where(eq(staffTotp.staffId, member.id)).get();
  const secret =
    stored && !stored.confirmedAt
      ? decryptText(stored.encryptedSecret, { secret: authSecret(), purpose: 'two-factor secret' })
      : null;
  const { siteName } = await readSite();
  const isDue = session !== null && (await isSetupDue(session));
  return {
    member,
    factors,
    hasSecondFactor: factors.hasApp,
    isPasswordChangeDue: session?.isPasswordChangeDue ?? false,
    isSecondFactorDue: isDue && !session?.isPasswordChangeDue,
    setup: secret
      ? { secret, qrImage: qrCode(totpAddress(secret, { issuer: siteName, account: member.name })) }
      : null,
  };
}

/** As an address for `<img>`. */
function qrCode(text: string): string {
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`;
}
