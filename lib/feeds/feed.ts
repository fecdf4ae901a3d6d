/** A listing that has feeds; `slug` as it is stored. */
export type Fed = { kind: 'site' } | { kind: 'section' | 'topic' | 'byline'; slug: string };

/** A listing as a feed says it, whatever the format. All addresses are whole and in ASCII. */
export interface Feed {
  title: string;
  description: string;
  /** The page that lists the same stories. */
  page: string;
  siteName: string;
  /** The newsroom's sign, square, PNG. */
  icon: string;
  /** Where subscribers are told of news at once (WebSub). */
  hub?: string | undefined;
  /** The last change among what is listed, or when the empty feed was made. */
  updatedAt: Date;
  items: readonly FeedItem[];
}

export interface FeedItem {
  /** The same for ever, even if the story moves to another section (a tag URI, RFC 4151). */
  id: string;
  address: string;
  headline: string;
  summary: string;
  /** The whole story, where the newsroom gives it away. */
  html?: string | undefined;
  publishedAt: Date;
  updatedAt: Date;
  /** Names, in order. */
  by: readonly string[];
  /** Section and topics. */
  about: readonly string[];
  picture?: { address: string; type: string; width: number; height: number; alt: string } | undefined;
  /** The story's sound and film, as far as they can be fetched from us; the sound first. */
  media?: readonly FeedMedium[];
}

export interface FeedMedium {
  address: string;
  type: string;
  /** Null: not known. */
  bytes: number | null;
  seconds: number | null;
}

/** A notation for feeds. All of them are listed in `formats/formats.ts`. */
export interface FeedFormat {
  /** The last part of a feed's address. */
  file: `feed.${string}`;
  contentType: string;
  write(feed: Feed): string;
}

/** Where a listing's feed is, beside the listing itself: `/sports` has `/sports/feed.xml`. */
export function feedAddress(page: string, { file }: Pick<FeedFormat, 'file'>): string {
  return `${page.replace(/\/$/, '')}/${file}`;
}
