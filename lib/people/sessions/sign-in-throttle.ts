import { createHash } from 'node:crypto';
import { eq, inArray, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { signInFailures } from '@/db/schema';

const MINUTE = 60_000;
/** Wrong passwords until an address has to wait. */
const ADDRESS_FREE = 5;
/** A newsroom sits behind one address of the network, and Monday mornings are what they are. */
const NETWORK_FREE = 20;
/** The wait doubles from a minute to this: long enough against guessing, short enough for who mistyped. */
const LONGEST_WAIT = 15 * MINUTE;
const FORGOTTEN_AFTER = 24 * 60 * MINUTE;

export interface Attempt {
  email: string;
  network: string;
  /**
   * Of a browser in which this address has signed in before, or of a session: it is counted by itself, so that strangers
   * who guess at an address, or from the same network, keep its owner out of nothing.
   */
  browser?: string | undefined;
}

/**
 * Counts an attempt *before* its password is looked at, so that a hundred at the same moment are not each the
 * first; `attemptSucceeded` takes it back. Answers until when to wait, or null to go on. It knows addresses
 * only by what was typed, so an unknown one waits like a known one.
 */
export function countAttempt(t: Tx, attempt: Attempt, now: Date): Date | null {
  t.delete(signInFailures)
    .where(lt(signInFailures.lastAt, new Date(now.getTime() - FORGOTTEN_AFTER)))
    .run();

  const keys = attempt.browser
    ? [{ key: browserKey(attempt.browser), free: ADDRESS_FREE }]
    : [
        { key: addressKey(attempt.email), free: ADDRESS_FREE },
        { key: networkKey(attempt.network), free: NETWORK_FREE },
      ];
  const known = t
    .select()
    .from(signInFailures)
    .where(
      inArray(
        signInFailures.key,
        keys.map(({ key }) => key),
      ),
    )
    .all();
  const waits = known.flatMap(({ lockedUntil }) => (lockedUntil && lockedUntil > now ? [lockedUntil] : []));
  const longest = waits.sort((a, b) => b.getTime() - a.getTime())[0];
  if (longest) return longest;

  for (const { key, free } of keys) {
    const count = (known.find((row) => row.key === key)?.count ?? 0) + 1;
    const lockedUntil = count < free ? null : new Date(now.getTime() + waitAfter(count - free));
    t.insert(signInFailures)
      .values({ key, count, lockedUntil, lastAt: now })
      .onConflictDoUpdate({ target: signInFailures.key, set: { count, lockedUntil, lastAt: now } })
      .run();
  }
  return null;
}

/** The address starts afresh; the network gets only this attempt back, else one good account would free it. */
export function attemptSucceeded(t: Tx, attempt: Attempt): void {
  forgetFailuresOf(t, attempt.email);
  if (attempt.browser) {
    t.delete(signInFailures)
      .where(eq(signInFailures.key, browserKey(attempt.browser)))
      .run();
    return;
  }
  const key = networkKey(attempt.network);
  const row = t.select().from(signInFailures).where(eq(signInFailures.key, key)).get();
  if (!row) return;
  const count = Math.max(0, row.count - 1);
  const lockedUntil = count < NETWORK_FREE ? null : row.lockedUntil;
  t.update(signInFailures).set({ count, lockedUntil }).where(eq(signInFailures.key, key)).run();
}

/** For a success and for a reset: who has just been given a password need not wait. */
export function forgetFailuresOf(t: Tx, email: string): void {
  t.delete(signInFailures)
    .where(eq(signInFailures.key, addressKey(email)))
    .run();
}

function waitAfter(further: number): number {
  return Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(further, 10));
}

/** Hashed: people type passwords, and other people's addresses, into the wrong field. */
function addressKey(email: string): string {
  return `address:${createHash('sha256').update(email).digest('base64url')}`;
}

function networkKey(network: string): string {
  return `network:${network}`;
}

/** Hashed: the name of a browser is half of what it is known by. */
function browserKey(browser: string): string {
  return `browser:${createHash('sha256').update(browser).digest('base64url')}`;
}
