import type { ReadDb } from '@/db/client';
import { lastPageEvent, pageEventsAfter } from '@/db/queries/operations/page-events';
import { wholeAddress } from './address';
import { feedAddress } from './feed';
import { feedFormats } from './formats/formats';

interface Hub {
  /** Where it is told. */
  url: string;
  /** SITE_URL. */
  site: string;
}

const patienceMs = 10_000;

/**
 * Tells a WebSub hub which feeds have changed since it was last told; begins with what happens after the call.
 * A hub that does not answer is told the same, and what came since, at the next turn. Resolves with how many
 * feeds it was told of.
 */
export function hubTeller(db: ReadDb, { url, site }: Hub): () => Promise<number> {
  let toldUpTo: number | undefined;

  return async () => {
    toldUpTo ??= await lastPageEvent(db);
    const events = await pageEventsAfter(db, toldUpTo);
    const last = events.at(-1)?.id ?? toldUpTo;
    const pages = new Set(events.flatMap(({ tags }) => tags.flatMap(pageOf)));
    if (pages.size > 0) await tell([...pages].flatMap(feedsOf));
    toldUpTo = last;
    return pages.size * feedFormats.length;
  };

  function feedsOf(page: string): string[] {
    return feedFormats.map((format) => feedAddress(wholeAddress(page, site), format));
  }

  async function tell(feeds: readonly string[]): Promise<void> {
    const said = new URLSearchParams({ 'hub.mode': 'publish' });
    // Hubs read one name or the other; the specification leaves it to them.
    for (const feed of feeds) said.append('hub.url', feed);
    for (const feed of feeds) said.append('hub.topic', feed);
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(url, { method: 'POST', body: said, signal, redirect: 'error' });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the hub answered ${answer.status}`);
  }
}

/** The listing that a tag stands for; none for what has no feed. */
function pageOf(shown: string): string[] {
  if (shown === 'front') return ['/'];
  const [, kind, slug] = /^(section|topic|byline):(.+)$/.exec(shown) ?? [];
  if (!slug) return [];
  return [kind === 'section' ? `/${slug}` : `/${kind}/${slug}`];
}
