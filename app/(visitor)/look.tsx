import { headers } from 'next/headers';
import { readerModules } from '@/lib/site/reader-module';

/**
 * The colours and the size of letters that this device has chosen, before anything is drawn; first in the body. The
 * page's policy runs no script without the nonce of this one request.
 */
export async function ChosenLook() {
  const policy = (await headers()).get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const { firstPaint } = readerModules();
  return firstPaint && nonce ? <script nonce={nonce} src={firstPaint} data-look /> : null;
}
