/** First path segments of our own: no section may be called so. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'account admin ads.txt api apple-icon archive before byline cover discussion district enhance favicon.ico feed.xml fonts ' +
    'icon lite login manifest.webmanifest media missing news-sitemap.xml robots.txt search sitemap.xml topic _next'
  ).split(' '),
);
