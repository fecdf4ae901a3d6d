import type { NextConfig } from 'next';

/** As in `feed.xml`; `lib/feeds/formats/formats.ts` lists the formats. */
const feedFile = ':file(feed\\.[a-z0-9]+)';

const config: NextConfig = {
  /** The feeds of all listings have one route. */
  rewrites: async () => [
    { source: `/${feedFile}`, destination: '/feed.route/:file' },
    { source: `/:section/${feedFile}`, destination: '/feed.route/:file/section/:section' },
    { source: `/:kind(topic|byline)/:slug/${feedFile}`, destination: '/feed.route/:file/:kind/:slug' },
  ],
  typedRoutes: true,
  // `npm test` has a check of its own for them, and builds behind it.
  typescript: { ignoreBuildErrors: process.env.BARTA_TYPES_ARE_CHECKED === '1' },
  // A renderer runs from a copy of its build, so that the next build does not pull it away from under it.
  ...(process.env.BARTA_BUILD ? { distDir: process.env.BARTA_BUILD } : {}),
  poweredByHeader: false,
  // Else `next dev` writes files of its own into the repository.
  agentRules: false,
  // The edge server compresses a page once and keeps the result.
  compress: false,
  serverExternalPackages: ['better-sqlite3', 'sharp'],
  // The optimiser endpoint stays off: pictures have variants of our own making.
  images: { unoptimized: true },
  // Title and description in the head for everyone, never streamed into the body.
  htmlLimitedBots: /.*/,
  experimental: {
    globalNotFound: true,
    authInterrupts: true,
    serverActions: { bodySizeLimit: '25mb' },
    // A renderer that takes another's place is asked at once for a reader's page: it shall not read the whole desk first.
    // A third less work until the first page, and 12 MB less.
    preloadEntriesOnStart: false,
  },
};

export default config;
