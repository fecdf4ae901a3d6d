import { tag } from '@/lib/cache/tags';
import type { ErrorStatus } from '@/lib/edge-config/error-pages';
import type { SecurityPolicy } from '@/lib/edge-config/security-policy';
import type { CacheTags } from '../cache-tags';
import type { RequestAddress } from '../http/request-address';
import type { RenderResponse } from '../renderers/render-request';
import { finishDocument } from './finish-document';
import { makePage, type Page } from './page';

/** How a page may be remembered: by its tags, until the next event of any kind, or not at all. */
export type CachePolicy = 'by-tag' | 'briefly' | 'never';

export interface FinishOptions {
  policy: SecurityPolicy;
  /** Seconds that a cache in front of the door may keep what the door keeps by its tags; 0: it must ask. */
  sharedMaxAge: number;
  sentence(status: ErrorStatus): Page;
  /** The page behind every 404; what was one's address on an older site leads on from there. */
  notFound(status: 404 | 410, path: string): Promise<Page>;
  log(line: string): void;
}

export type FinishResponse = (
  address: RequestAddress,
  answer: RenderResponse,
) => Promise<[Page, CachePolicy]>;

/** Makes of Next's answer what readers get, and says how long that may be remembered. */
export function responseFinisher(choices: FinishOptions): FinishResponse {
  const { policy, sharedMaxAge, sentence, notFound: missing, log } = choices;
  const kept = lifetimeInFront(sharedMaxAge);

  return async (address, answer) => {
    const { status, headers } = answer;
    if (status >= 500) {
      log(`${address.path}: the renderer answered ${status}`);
      return [sentence(503), 'never'];
    }
    if (status >= 300 && status < 400 && headers.location !== undefined) return redirect(answer);
    if (address.kind === 'file') return file(address, answer);
    if ((status === 404 || status === 410) && address.path !== '/missing') {
      return [await missing(status, address.path), 'briefly'];
    }
    if (/^\/ad\/\d+$/.test(address.path)) return route(answer, policy.ad);
    const isHtml = headers['content-type']?.startsWith('text/html');
    return isHtml ? document(address, answer) : route(answer);
  };

  function document(address: RequestAddress, answer: RenderResponse): [Page, CachePolicy] {
    const { status, body } = answer;
    const finished = finishDocument(body.toString());
    if (!finished.ok) {
      log(`${address.path}: ${finished.reason}`);
      return [sentence(503), 'never'];
    }
    const { cacheTags, html } = finished;
    const keeping = cachePolicyOf(address, answer, cacheTags);
    const page = makePage({
      status: status === 200 ? (cacheTags?.status ?? status) : status,
      headers: [
        ['content-type', 'text/html; charset=utf-8'],
        ['cache-control', keeping === 'by-tag' ? kept : mustRevalidate],
        ...(html.includes(' data-embeds="') ? policy.withCards : policy.reader),
      ],
      body: Buffer.from(html),
      tags: cacheTags ? [...cacheTags.tags, tag.site, tag.today] : [],
      swrTags: cacheTags ? [...(cacheTags.swr ?? []), tag.ads] : [],
    });
    return [page, keeping];
  }

  /** What a route handler made, as a feed. It says in a header what a page says in its note. */
  function route({ status, headers, body }: RenderResponse, permitted = policy.reader): [Page, CachePolicy] {
    const tags = tagsIn(headers['x-page-tags']);
    const keeping = tags && status === 200 && !headers['set-cookie'] ? 'by-tag' : 'never';
    const page = makePage({
      status,
      headers: [
        ['content-type', typeIn(headers)],
        ['cache-control', keeping === 'by-tag' ? kept : mustRevalidate],
        ...permitted,
      ],
      body,
      tags: tags ? [...tags, tag.site, tag.today] : [],
    });
    return [page, keeping];
  }

  function file({ path }: RequestAddress, { status, headers, body }: RenderResponse): [Page, CachePolicy] {
    if (status !== 200) return [sentence(status === 404 ? 404 : 400), 'briefly'];
    const tags = tagsIn(headers['x-page-tags']);
    const page = makePage({
      status,
      headers: [
        ['content-type', typeIn(headers)],
        ['cache-control', tags ? mustRevalidate : lifetimeOf(path)],
        ...policy.file,
      ],
      body,
      tags: tags ?? [],
    });
    return [page, headers['set-cookie'] ? 'never' : 'by-tag'];
  }

  /** Next says 307 and 308; what readers and search engines have known for longest is 302 and 301. */
  function redirect({ status, headers }: RenderResponse): [Page, CachePolicy] {
    const shown = { 307: 302, 308: 301 }[status] ?? status;
    const page = makePage({
      status: shown,
      headers: [
        ['location', locationIn(headers.location ?? '/')],
        ['cache-control', mustRevalidate],
        ...policy.reader,
      ],
      body: Buffer.alloc(0),
    });
    return [page, shown === 301 && !headers['set-cookie'] ? 'briefly' : 'never'];
  }
}

function cachePolicyOf(
  address: RequestAddress,
  { status, headers }: RenderResponse,
  cacheTags: CacheTags | undefined,
): CachePolicy {
  if (!cacheTags || status !== 200 || headers['set-cookie']) return 'never';
  // A query, as in `?reply=7`, can be invented without end.
  return address.target.includes('?') ? 'briefly' : 'by-tag';
}

const typeIn = (headers: RenderResponse['headers']) => headers['content-type'] ?? 'application/octet-stream';

/** May be kept, must be asked about: a browser sends the ETag, the door answers 304. */
export const mustRevalidate = 'public, max-age=0, must-revalidate';

/** A browser asks each time; a cache in front need not, and may give what it has while the door is away. */
function lifetimeInFront(seconds: number): string {
  if (seconds === 0) return mustRevalidate;
  return `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=86400`;
}

/** What has a hash in its name never changes; a font under its plain name may, seldom. */
function lifetimeOf(path: string): string {
  const isHashed =
    /^\/(_next\/static|media)\//.test(path) || /^\/(enhance|fonts)\/.*[-.][A-Za-z0-9_]{8,}\.\w+$/.test(path);
  if (isHashed) return 'public, max-age=31536000, immutable';
  return path.startsWith('/fonts/') ? 'public, max-age=604800' : mustRevalidate;
}

function tagsIn(header: string | string[] | undefined): string[] | undefined {
  if (header === undefined) return undefined;
  return String(header)
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(decoded);
}

/** A header holds ASCII only, so a tag with a Bengali slug comes percent-encoded. */
function decoded(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch {
    return said;
  }
}

/** A path, percent-encoded. The renderer's own port is nobody's business. */
export function locationIn(location: string): string {
  return encodeURI(location.replace(/^http:\/\/(127\.0\.0\.1|localhost):\d+(?=\/)/, '')).replace(
    /%25([0-9a-f]{2})/gi,
    '%$1',
  );
}
