import { makePage, mustRevalidate, type OldAddresses, type Page } from '@barta/edge';
import type { ReadDb } from '@/db/client';
import { oldPath, oldPostNumber } from '@/lib/redirects/old-path';
import { type OldAddress, readOldAddress } from '@/lib/redirects/reading';
import type { SecurityPolicy } from './security-policy';

/** Looks up addresses of the former site. Used only when Next answers 404, and for queries of the front page. */
export function oldAddresses(db: ReadDb, policy: SecurityPolicy): OldAddresses {
  return {
    byPath: async (path) => (oldPath(path) ? answerOf(await readOldAddress({ path }, db)) : null),
    async byQuery(requestTarget) {
      if (!requestTarget.includes('?')) return null;
      const post = oldPostNumber(requestTarget);
      return answerOf(await readOldAddress(post === null ? { path: requestTarget } : { post }, db));
    },
  };

  function answerOf(found: OldAddress | null): Page | 'gone' | null {
    if (!found || found.status === 410) return found && 'gone';
    return makePage({
      status: 301,
      headers: [['location', found.location], ['cache-control', mustRevalidate], ...policy.reader],
      body: Buffer.alloc(0),
    });
  }
}
