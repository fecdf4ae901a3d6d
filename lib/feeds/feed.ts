/** A listing that has feeds; `slug` as stored. */
export type Fed = { kind: 'site' } | { kind: 'section' | 'topic' | 'byline'; slug: string };

/** The content of a feed in any format. All addresses are absolute and in ASCII. */
export interface Feed {
  title: string;
  description: string;
  /** The page that lists the same stories. */
  page: string;
  siteName: string;
  /** The newsroom's icon, square, PNG. */
  icon: string;
  /** The hub that notifies subscribers (WebSub). */
  hub?: string | undefined;
  /** The latest change of the listed stories, or when the empty feed was created. */
  updatedAt: Date;
  items: readonly FeedItem[];
}

export interface FeedItem {
  /** Permanent, even if the story moves to another section (a tag URI, RFC 4151). */
  id: string;
  address: string;
  headline: string;
  summary: string;
  /** The whole story, if feeds contain whole stories. */
  html?: string | undefined;
  publishedAt: Date;
  updatedAt: Date;
  /** Names, in order. */
  by: readonly string[];
  /** Section and topics. */
  about: readonly string[];
  picture?: { address: string; type: string; width: number; height: number; alt: string } | undefined;
  /** The story's audio and video that can be fetched from us; audio first. */
  media?: readonly FeedMedium[];
}

export interface FeedMedium {
  address: string;
  type: string;
  /** Null: unknown. */
  bytes: number | null;
  seconds: number | null;
}

/** A feed format. All are listed in `formats/formats.ts`. */
export interface FeedFormat {
  /** The last segment of a feed's path. */
  file: `feed.${string}`;
  contentType: string;
  write(feed: Feed): string;
}

/** The path of a listing's feed, beside the listing itself: `/sports` has `/sports/feed.xml`. */
export function feedAddress(page: string, { file }: Pick<FeedFormat, 'file'>): string {
  return `${page.replace(/\/$/, '')}/${file}`;
}
