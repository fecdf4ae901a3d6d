import type { CacheTags } from '../cache-tags.ts';
import type { EdgeConfig } from '../edge-config.ts';
import type { RequestAddress } from '../http/request-address.ts';
import type { RenderResponse } from '../renderers/render-request.ts';
import { finishDocument } from './finish-document.ts';
import { makePage, type Page } from './page.ts';

/** How a page may be cached: by its tags, until the next change of any kind, or not at all. */
export type CachePolicy = 'by-tag' | 'until-next-change' | 'never';

export interface FinishOptions extends Pick<EdgeConfig, 'securityHeaders' | 'errorPage' | 'log' | 'pages'> {
  /** The page behind every 404, or a redirect if the path is one of an older site. */
  notFound(status: 404 | 410, path: string): Promise<Page>;
}

export type FinishResponse = (
  address: RequestAddress,
  answer: RenderResponse,
) => Promise<[Page, CachePolicy]>;

/** Turns Next's response into what readers get, and says how long it may be cached. */
export function responseFinisher(options: FinishOptions): FinishResponse {
  const { securityHeaders, errorPage, notFound, log, pages } = options;
  const { sharedMaxAge = 0, globalTags = [], globalSwrTags = [] } = pages;
  const cached = cacheControlFor(sharedMaxAge);

  return async (address, answer) => {
    const { status, headers } = answer;
    const { path } = address;
    if (status >= 500) {
      log(`${path}: the renderer answered ${status}`);
      return [errorPage(503), 'never'];
    }
    if (status >= 300 && status < 400 && headers.location !== undefined) return redirect(path, answer);
    if (address.kind === 'file') return file(path, answer);
    if ((status === 404 || status === 410) && path !== pages.notFoundPath) {
      return [await notFound(status, path), 'until-next-change'];
    }
    const isHtml = headers['content-type']?.startsWith('text/html') && !hasTagHeader(answer);
    return isHtml ? document(address, answer) : route(path, answer);
  };

  function document(address: RequestAddress, answer: RenderResponse): [Page, CachePolicy] {
    const { status, body } = answer;
    const finished = finishDocument(body.toString(), pages.keepScript);
    if (!finished.ok) {
      log(`${address.path}: ${finished.reason}`);
      return [errorPage(503), 'never'];
    }
    const { cacheTags } = finished;
    const html = transformDocument(options, finished.html, address.path);
    const policy = cachePolicyOf(address, answer, cacheTags);
    const page = makePage({
      status: status === 200 ? (cacheTags?.status ?? status) : status,
      headers: [
        ['content-type', 'text/html; charset=utf-8'],
        ['cache-control', policy === 'by-tag' ? cached : mustRevalidate],
        ...securityHeaders.page({ path: address.path, html }),
      ],
      body: Buffer.from(html),
      tags: cacheTags ? [...cacheTags.tags, ...globalTags] : [],
      swrTags: cacheTags ? [...(cacheTags.swr ?? []), ...globalSwrTags] : [],
    });
    return [page, policy];
  }

  /** The response of a route handler, as a feed. Its tags come in a header. */
  function route(path: string, { status, headers, body }: RenderResponse): [Page, CachePolicy] {
    const tags = tagsIn(headers['x-page-tags']);
    const policy = tags && status === 200 && !headers['set-cookie'] ? 'by-tag' : 'never';
    const page = makePage({
      status,
      headers: [
        ['content-type', typeIn(headers)],
        ['cache-control', policy === 'by-tag' ? cached : mustRevalidate],
        ...securityHeaders.page({ path }),
      ],
      body,
      tags: tags ? [...tags, ...globalTags] : [],
    });
    return [page, policy];
  }

  function file(path: string, { status, headers, body }: RenderResponse): [Page, CachePolicy] {
    if (status !== 200) return [errorPage(status === 404 ? 404 : 400), 'until-next-change'];
    const tags = tagsIn(headers['x-page-tags']);
    const lifetime = tags ? undefined : fileLifetime(path);
    const page = makePage({
      status,
      headers: [
        ['content-type', typeIn(headers)],
        ['cache-control', lifetime ?? mustRevalidate],
        ...securityHeaders.file,
      ],
      body,
      tags: tags ?? [],
    });
    return [page, headers['set-cookie'] ? 'never' : 'by-tag'];
  }

  /** Next answers 307 and 308; browsers and search engines have known 302 and 301 for longest. */
  function redirect(path: string, { status, headers }: RenderResponse): [Page, CachePolicy] {
    const sent = { 307: 302, 308: 301 }[status] ?? status;
    const page = makePage({
      status: sent,
      headers: [
        ['location', locationIn(headers.location ?? '/')],
        ['cache-control', mustRevalidate],
        ...securityHeaders.page({ path }),
      ],
      body: Buffer.alloc(0),
    });
    return [page, sent === 301 && !headers['set-cookie'] ? 'until-next-change' : 'never'];
  }

  /** Next puts a hash of the content into the names of its own files. */
  function fileLifetime(path: string): string | undefined {
    if (path.startsWith('/_next/static/')) return immutable;
    return pages.fileLifetime?.(path);
  }
}

function transformDocument({ pages, log }: FinishOptions, html: string, path: string): string {
  try {
    return pages.transform?.(html, path) ?? html;
  } catch (error) {
    log(`${path}: the document could not be transformed: ${(error as Error).message}`);
    return html;
  }
}

function cachePolicyOf(
  address: RequestAddress,
  { status, headers }: RenderResponse,
  cacheTags: CacheTags | undefined,
): CachePolicy {
  if (!cacheTags || status !== 200 || headers['set-cookie']) return 'never';
  // A query, as in `?reply=7`, can be invented without end.
  return address.target.includes('?') ? 'until-next-change' : 'by-tag';
}

const typeIn = (headers: RenderResponse['headers']) => headers['content-type'] ?? 'application/octet-stream';

/** May be stored, must be asked about: a browser sends the ETag, the edge answers 304. */
export const mustRevalidate = 'public, max-age=0, must-revalidate';

/** For a file whose name changes with its content. */
export const immutable = 'public, max-age=31536000, immutable';

/** A browser asks each time; a cache in front need not, and may serve what it has while the edge is down. */
function cacheControlFor(sharedMaxAge: number): string {
  if (sharedMaxAge === 0) return mustRevalidate;
  return `public, max-age=0, s-maxage=${sharedMaxAge}, stale-while-revalidate=${sharedMaxAge}, stale-if-error=86400`;
}

const hasTagHeader = ({ headers }: RenderResponse) => headers['x-page-tags'] !== undefined;

function tagsIn(header: string | string[] | undefined): string[] | undefined {
  if (header === undefined) return undefined;
  return String(header)
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(decodeTag);
}

/** A header holds ASCII only, so other characters of a tag come percent-encoded. */
function decodeTag(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}

/** A path, percent-encoded. The renderer's own host and port are removed. */
export function locationIn(location: string): string {
  return encodeURI(location.replace(/^http:\/\/(127\.0\.0\.1|localhost):\d+(?=\/)/, '')).replace(
    /%25([0-9a-f]{2})/gi,
    '%$1',
  );
}
