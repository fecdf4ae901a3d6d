import { cardAddress, cardFile } from '@/lib/share-cards/card';
import { cardWords } from '@/lib/share-cards/card-text';
import { requestCardOfNews } from '@/lib/share-cards/request-card';
import type { Story } from '@/lib/stories/for-readers/reading';

/** The address of the story's share card. While the story is news, naming it has the card drawn. */
export function shareCardAddress(story: Story, siteName: string): string {
  const words = cardWords(story, siteName);
  requestCardOfNews(words, story.publishedAt);
  return cardAddress(cardFile(words, 'wide'));
}
