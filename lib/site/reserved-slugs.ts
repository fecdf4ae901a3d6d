import { feedFormats } from '@/lib/feeds/formats/formats';

/** First path segments that the application uses itself: no section may have them. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'account ad admin ads.txt api apple-icon archive before byline contact cover discussion district enhance favicon.ico feed.route fonts ' +
    'home icon icons letter lite llms.txt login manifest.webmanifest media missing news-sitemap.xml offline page ' +
    'photos popular robots.txt saved search send-news share-card sitemap sitemap.xml staff sw.js topic videos .well-known _next'
  )
    .split(' ')
    .concat(feedFormats.map(({ file }) => file)),
);
