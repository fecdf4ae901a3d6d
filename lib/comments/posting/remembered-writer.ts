import { z } from 'zod';
import { decryptText, encryptText } from '@/lib/encrypt-text';

/** What a browser without script carries for its writer: the form of the next comment is filled in from it. */
export const REMEMBERED_WRITER_COOKIE = 'barta-writer';
export const REMEMBERED_WRITER_SECONDS = 180 * 86_400;

const shape = z.object({ name: z.string(), email: z.string(), website: z.string() });
export type RememberedWriter = z.infer<typeof shape>;

/** Encrypted, so that no log and no look into the browser shows an address. `secret`: AUTH_SECRET. */
export function rememberedWriterCookie({ name, email, website }: RememberedWriter, secret: string): string {
  return encryptText(JSON.stringify({ name, email, website }), { secret, purpose: 'remembered writer' });
}

/** Null for no cookie, and for one that this site has not made. */
export function readRememberedWriter(cookie: string | undefined, secret: string): RememberedWriter | null {
  const text = cookie && decryptText(cookie, { secret, purpose: 'remembered writer' });
  if (!text) return null;
  const parsed = shape.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
