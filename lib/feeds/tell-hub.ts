import type { ReadDb } from '@/db/client';
import { lastPageEvent, pageEventsAfter } from '@/db/queries/operations/page-events';
import { wholeAddress } from './address';
import { feedAddress } from './feed';
import { feedFormats } from './formats/formats';

interface Hub {
  /** The hub's address. */
  url: string;
  /** SITE_URL. */
  site: string;
}

const patienceMs = 10_000;

/**
 * Notifies a WebSub hub of the feeds that changed since the last notification; starts with changes after the call. If
 * a hub does not answer, the same feeds and later ones are sent at the next run. Resolves with the number of feeds.
 */
export function hubTeller(db: ReadDb, { url, site }: Hub): () => Promise<number> {
  let notifiedUpTo: number | undefined;

  return async () => {
    notifiedUpTo ??= await lastPageEvent(db);
    const events = await pageEventsAfter(db, notifiedUpTo);
    const last = events.at(-1)?.id ?? notifiedUpTo;
    const pages = new Set(events.flatMap(({ tags }) => tags.flatMap(pageOf)));
    if (pages.size > 0) await tell([...pages].flatMap(feedsOf));
    notifiedUpTo = last;
    return pages.size * feedFormats.length;
  };

  function feedsOf(page: string): string[] {
    return feedFormats.map((format) => feedAddress(wholeAddress(page, site), format));
  }

  async function tell(feeds: readonly string[]): Promise<void> {
    const params = new URLSearchParams({ 'hub.mode': 'publish' });
    // Hubs read one name or the other; the specification leaves it open.
    for (const feed of feeds) params.append('hub.url', feed);
    for (const feed of feeds) params.append('hub.topic', feed);
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(url, { method: 'POST', body: params, signal, redirect: 'error' });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the hub answered ${answer.status}`);
  }
}

/** The listing of a tag; none if it has no feed. */
function pageOf(tag: string): string[] {
  if (tag === 'front') return ['/'];
  const [, kind, slug] = /^(section|topic|byline):(.+)$/.exec(tag) ?? [];
  if (!slug) return [];
  return [kind === 'section' ? `/${slug}` : `/${kind}/${slug}`];
}
