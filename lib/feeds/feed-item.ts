import { truncateGraphemes } from '@barta/bengali/graphemes';
import { mimeOf } from '@/lib/pictures/picture-store';
import { withAlsoRead } from '@/lib/stories/body/display/also-read-links';
import { withTextBeginning } from '@/lib/stories/fields/begin-text';
import type { StoryCard } from '@/lib/stories/for-readers/cards';
import { lastChanged } from '@/lib/stories/for-readers/last-changed';
import { htmlForElsewhere, wholeAddress } from './address';
import type { FeedItem, FeedMedium } from './feed';

interface FeedText {
  bodyHtml: string;
  bodyText: string;
  correctedAt: Date | null;
}

interface More {
  /** SITE_URL. */
  site: string;
  /** Whether the feeds contain whole stories. */
  isWhole: boolean;
  /** The story's row. */
  text: (Readonly<Record<string, unknown>> & FeedText) | undefined;
  topics: readonly string[];
  media: readonly FeedMedium[];
}

/** The feed item of a listed story. */
export function feedItem(card: StoryCard, { site, isWhole, text, topics, media }: More): FeedItem {
  const { picture } = card;
  const address = wholeAddress(card.href, site);
  const begins = truncateGraphemes((text?.bodyText ?? '').replace(/\s+/g, ' ').trim(), 200, '…');
  return {
    id: storyTag(card.id, site),
    address,
    headline: card.headline,
    summary: card.standfirst || begins || card.headline,
    html:
      isWhole && text
        ? htmlForElsewhere(withTextBeginning(withAlsoRead(text.bodyHtml, [], ''), text), site, address)
        : undefined,
    publishedAt: card.publishedAt,
    updatedAt: lastChanged({ publishedAt: card.publishedAt, correctedAt: text?.correctedAt ?? null }),
    by: card.by === '' ? [] : card.by.split(', '),
    about: [...new Set([card.sectionName, ...topics])],
    picture: card.hasPhoto
      ? {
          address: wholeAddress(picture.src, site),
          type: mimeOf(picture.src),
          width: picture.width,
          height: picture.height,
          alt: picture.alt,
        }
      : undefined,
    media,
  };
}

/** An id that stays the same when the story moves to another section or addresses change (RFC 4151). */
export function storyTag(storyId: number, site: string): string {
  return `tag:${new URL(site).hostname.replace(/[[\]]/g, '')},2026:story:${storyId}`;
}
