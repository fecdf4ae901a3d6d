import type { BanKind } from '@/db/schema';
import { keyedHash } from '../posting/keyed-hash';

/** What can be barred of whoever wrote a comment; `''` where the comment does not tell. */
export type BanValues = Readonly<Record<BanKind, string>>;

/**
 * Of a comment's writer, as the list of bans keeps it. Network and device are kept as keyed hashes with the comment
 * already; the address becomes one, so that the list names nobody and outlives the address.
 */
export function banValues(
  { email, device, network }: { email: string; device: string; network: string },
  key: string,
): BanValues {
  return { address: keyedHash('address', email, key), device, network };
}
