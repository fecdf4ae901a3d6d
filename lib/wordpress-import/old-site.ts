import { oldPath } from '@/lib/redirects/old-path';

/** The site that is being imported. */
export interface OldSite {
  name: string;
  /** Host and path, without `www.`: identifies its posts here, so that two old sites do not mix. */
  key: string;
  host: string;
  /** The offset of its clock from UTC. */
  offsetMs: number;
}

const DHAKA_MS = 6 * 3_600_000;

export function oldSiteOf(
  { title, address }: { title: string; address: string },
  offsetMs = DHAKA_MS,
): OldSite {
  const url = URL.parse(address);
  const host = (url?.host ?? '').toLowerCase().replace(/^www\./, '');
  const path = url?.pathname.replace(/\/+$/, '') ?? '';
  return { name: title, key: `${host || 'wordpress'}${path}`, host, offsetMs };
}

/** Parses a link that points to the old site, as a path or as a post's id; null for other sites. */
export function withinOldSite(href: string, { host }: OldSite): { path: string } | { post: number } | null {
  const url = URL.parse(href.trim(), host ? `https://${host}` : undefined);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (url.host.toLowerCase().replace(/^www\./, '') !== host) return null;
  const named = /[?&](?:p|page_id|attachment_id)=([1-9]\d{0,14})(?:&|$)/.exec(url.search)?.[1];
  if (named) return { post: Number(named) };
  const path = oldPath(url.pathname + url.search);
  return path === null ? null : { path };
}

/** Parses `2023-11-02 05:00:00`; the site's local time is used if UTC is missing (`0000-00-00 00:00:00`). */
export function momentOf(gmt: string, local: string, { offsetMs }: Pick<OldSite, 'offsetMs'>): Date | null {
  const utc = timeIn(gmt);
  if (utc !== null) return new Date(utc);
  const own = timeIn(local);
  return own === null ? null : new Date(own - offsetMs);
}

/** The offset of the site's clock, from a post with both times; null if unknown or implausible. */
export function offsetIn(gmt: string, local: string): number | null {
  const [utc, own] = [timeIn(gmt), timeIn(local)];
  if (utc === null || own === null) return null;
  return Math.abs(own - utc) <= 14 * 3_600_000 ? own - utc : null;
}

function timeIn(text: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(text.trim());
  if (!parts || Number(parts[1]) < 1970) return null;
  const time = Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`);
  return Number.isNaN(time) ? null : time;
}

/** A slug decoded for display, or unchanged if it cannot be decoded. */
export function decodedSlug(nicename: string): string {
  try {
    return decodeURIComponent(nicename).normalize('NFC');
  } catch {
    return nicename;
  }
}
