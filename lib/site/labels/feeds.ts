/** What feeds and files for machines say, and the links that lead to them. */
export const feedsLabels = {
  'feeds.of': { bn: '{site}: {name} বিষয়ের সর্বশেষ খবর', en: '{site}: the latest from {name}' },
  'feeds.link': { bn: 'আরএসএস ফিড', en: 'RSS feed' },
} as const;
