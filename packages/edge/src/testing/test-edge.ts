import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { makePage } from '../cache/page.ts';
import { type CacheTags, cacheTagsMeta } from '../cache-tags.ts';
import type { EdgeConfig } from '../edge-config.ts';
import { createEdge, type EdgeServer } from '../edge-server.ts';
import type { RenderTimeouts } from '../renderers/render-request.ts';
import type { Renderer } from '../renderers/renderer-process.ts';
import { TestChangeFeed } from './test-change-feed.ts';

export interface TestEdge {
  edge: EdgeServer;
  url: string;
  port: number;
  feed: TestChangeFeed;
  lines: string[];
  close(): Promise<void>;
}

export interface TestEdgeOptions {
  renderer?: Renderer;
  renderers?: number;
  siteUrl?: string;
  trustedProxies?: string[];
  maxCacheBytes?: number;
  timeouts?: RenderTimeouts;
  headersTimeoutMs?: number;
  frontCache?: EdgeConfig['frontCache'];
  transform?: EdgeConfig['pages']['transform'];
}

const session = /(?:^|;\s*)session=./;
const kB = 1024;

/** A real edge server on a free port, before whatever renders the pages, with the rules of a small site. */
export async function startTestEdge(
  pages: RequestListener,
  options: TestEdgeOptions = {},
): Promise<TestEdge> {
  const lines: string[] = [];
  const feed = new TestChangeFeed();
  const rules = siteRules(options.siteUrl ?? 'http://site.test', options.maxCacheBytes);
  const edge = createEdge({
    renderer: options.renderer ?? (await fakeRenderer(pages)),
    renderers: options.renderers ?? 1,
    changeFeed: feed,
    ...rules,
    pages: { ...rules.pages, ...(options.transform ? { transform: options.transform } : {}) },
    trustedProxies: options.trustedProxies ?? [],
    timeouts: options.timeouts,
    headersTimeoutMs: options.headersTimeoutMs,
    frontCache: options.frontCache,
    log: (line) => lines.push(line),
  });
  const port = await edge.listen('127.0.0.1', 0);
  return { edge, port, feed, lines, url: `http://127.0.0.1:${port}`, close: () => edge.close() };
}

function siteRules(siteUrl: string, maxBytes = 16 * kB * kB) {
  const isHttps = siteUrl.startsWith('https:');
  const transport = isHttps ? ([['strict-transport-security', 'max-age=31536000']] as const) : [];
  const policy = (value: string) => [['content-security-policy', value], ...transport] as const;
  return {
    siteUrl,
    addresses: {
      filePrefixes: ['/_next/static/', '/assets/', '/media/', '/cover/'],
      privateSegments: ['admin', 'api', 'login', 'account', '_next'],
      uncachedSegments: ['search'],
      queryNames: ['reply', 'sort'],
    },
    securityHeaders: {
      page: () => policy("default-src 'self'"),
      file: policy("default-src 'none'"),
      private: (nonce) => policy(`script-src 'self' 'nonce-${nonce}'`),
    },
    pages: {
      maxBytes,
      notFoundPath: '/missing',
      globalTags: ['site', 'today'],
      globalSwrTags: ['ads'],
      keepScript: (attributes) => attributes.includes('src="/assets/'),
      fileLifetime: (path) =>
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : undefined,
    },
    forms: {
      maxBytes: (path, cookie) => {
        if (path === '/send-files') return 22 * kB * kB;
        if (!path.startsWith('/admin')) return 320 * kB;
        return path === '/admin/pictures' && session.test(cookie ?? '') ? 25 * kB * kB : 2 * kB * kB;
      },
      maxPageFormBytes: 320 * kB,
      hasSession: (cookie) => session.test(cookie ?? ''),
      allowsCrossOrigin: (path) => path === '/api/unsubscribe',
      isUpload: (path) => /^\/(admin\/pictures|send-files)/.test(path),
      usesPublicNotFound: (path) => /^\/(account|login)(\/|$)/.test(path),
    },
    isPriority: (path) => /^\/(admin|login|api)(\/|$)/.test(path),
    errorPage: (status) =>
      makePage({
        status,
        headers: [
          ['content-type', 'text/html; charset=utf-8'],
          ['cache-control', 'no-store'],
          ...(status === 429 || status >= 500 ? ([['retry-after', '5']] as const) : []),
        ],
        body: Buffer.from(`<h1>Error ${status}</h1>`),
      }),
  } satisfies Partial<EdgeConfig>;
}

/** The edge asks for a renderer's port and nothing else, so a plain server is enough for its own rules. */
export async function fakeRenderer(pages: RequestListener): Promise<Renderer & { server: Server }> {
  const server = createServer(pages);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    server,
    lease: async () => ({ port, release() {}, onEnded() {} }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const tagsMeta = (...tags: string[]) => metaOf({ tags });

export function metaOf(cacheTags: CacheTags): string {
  const { name, content } = cacheTagsMeta(cacheTags);
  return `<meta name="${name}" content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`;
}

export async function readText(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
