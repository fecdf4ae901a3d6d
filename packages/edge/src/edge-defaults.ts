import { makePage } from './cache/page.ts';
import type { EdgeConfig, ErrorStatus } from './edge-config.ts';

/** What the edge cannot know by itself; all else of its configuration has a default. */
export type CreateEdgeOptions = Pick<EdgeConfig, 'siteUrl' | 'renderer' | 'changeFeed'> & Partial<EdgeConfig>;

export function withDefaults(options: CreateEdgeOptions): EdgeConfig {
  return {
    addresses: { filePrefixes: ['/_next/static/'], privateSegments: ['api', '_next'] },
    securityHeaders: { page: () => [], file: [], private: () => [] },
    pages: { maxBytes: 64 * 1024 * 1024 },
    errorPage: plainErrorPage,
    log: (line) => console.error(line),
    ...options,
  };
}

function plainErrorPage(status: ErrorStatus) {
  const headers = [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
    ...(status === 429 || status >= 500 ? ([['retry-after', '5']] as const) : []),
  ] as const;
  return makePage({ status, headers, body: Buffer.from(`Error ${status}\n`) });
}
