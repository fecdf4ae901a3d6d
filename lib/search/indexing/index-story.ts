import type { Tx } from '@/db/client';
import { countHeadlineWords, dropSearchRows, putSearchRow, storyToIndex } from '@/db/search-index';
import { htmlText } from '@/lib/stories/body/html/html-text';
import { searchedText } from '@/lib/stories/fields/searched-text';
import { addedKeysOf, termsOf } from './terms';

/**
 * Writes a story into the search as it now lies in the store: where readers look if it is published, where only the
 * desk looks otherwise. Called inside the transaction that changed it, after the story's last write.
 */
export function indexStory(t: Tx, storyId: number): void {
  const wasFound = dropSearchRows(t, storyId);
  const story = storyToIndex(t, storyId);
  if (!story) return;

  const isPublished = story.state === 'published' && story.publishedAt !== null;
  const headline = termsOf(searchedText(story, 'headline'));
  const headlineKeys = addedKeysOf(headline);
  if (isPublished || wasFound)
    countHeadlineWords(t, [...headline, ...headlineKeys], isPublished ? (wasFound ? 0 : 1) : -1);
  const body = termsOf([story.bodyText, ...story.posts.map(textOfPost)].join('\n'));
  putSearchRow(
    t,
    isPublished ? 'story_search' : 'desk_search',
    { ...story, at: story.publishedAt ?? story.updatedAt },
    {
      headline: headline.join(' '),
      headlineStem: headlineKeys.join(' '),
      standfirst: withKeys(searchedText(story, 'standfirst')),
      body: body.join(' '),
      bodyStem: addedKeysOf(body).join(' '),
      topics: withKeys(story.topics.join(' ')),
      bylines: withKeys(story.bylines.join(' ')),
      districts: withKeys(`${story.district ?? ''} ${searchedText(story, 'districts')}`),
    },
  );
}

/** What a reader reads of a post of a live story. */
export function textOfPost({ headline, bodyHtml }: { headline: string; bodyHtml: string }): string {
  return `${headline}\n${htmlText(bodyHtml)}`;
}

/** Takes a story out of both searches. */
export function unindexStory(t: Tx, storyId: number): void {
  dropSearchRows(t, storyId);
}

/** Short fields hold their words and, behind them so that phrases stay whole, the keys. */
function withKeys(text: string): string {
  const terms = termsOf(text);
  return [...terms, ...addedKeysOf(terms)].join(' ');
}
