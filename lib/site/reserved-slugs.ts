/** First path segments of our own: no section may be called so. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'account ad admin ads.txt api apple-icon archive before byline contact cover discussion district enhance favicon.ico feed.xml fonts ' +
    'feed.atom feed.json home icon icons letter lite llms.txt login manifest.webmanifest media missing news-sitemap.xml offline page ' +
    'photos robots.txt saved search send-news share-card sitemap sitemap.xml staff sw.js topic videos .well-known _next'
  ).split(' '),
);
