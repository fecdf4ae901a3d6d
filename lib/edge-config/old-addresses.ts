import { makePage, type Page } from '@barta/edge/cache/page';
import type { ReadDb } from '@/db/client';
import { oldPath, oldPost } from '@/lib/redirects/old-path';
import { type OldAddress, readOldAddress } from '@/lib/redirects/reading';
import type { SecurityPolicy } from './security-policy';

export interface OldAddresses {
  /** What stands behind a 404, if the address is an old one; asked by its path as the door spells it. */
  behind(path: string): Promise<Page | 'gone' | null>;
  /** The page for `/?p=123` and `/?cat=3`, which are no paths of their own: the front page answers to them. */
  ofQuery(requestTarget: string): Promise<Page | 'gone' | null>;
}

/** Looks up what the old site called its pages. Never before Next has said 404, but for the front's queries. */
export function oldAddresses(db: ReadDb, policy: SecurityPolicy): OldAddresses {
  return {
    behind: async (path) => (oldPath(path) ? answerOf(await readOldAddress({ path }, db)) : null),
    async ofQuery(requestTarget) {
      if (!requestTarget.includes('?')) return null;
      const post = oldPost(requestTarget);
      return answerOf(await readOldAddress(post === null ? { path: requestTarget } : { post }, db));
    },
  };

  function answerOf(found: OldAddress | null): Page | 'gone' | null {
    if (!found || found.status === 410) return found && 'gone';
    return makePage({
      status: 301,
      headers: [
        ['location', found.location],
        ['cache-control', 'public, max-age=0, must-revalidate'],
        ...policy.reader,
      ],
      body: Buffer.alloc(0),
    });
  }
}
