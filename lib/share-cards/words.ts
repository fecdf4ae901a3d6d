import { longDate } from '@/lib/bengali/dates';
import type { Story } from '@/lib/stories/reading';
import type { CardWords } from './card';

/** What a story's card says. Its date is the day of publication, so a correction alone changes no card. */
export function cardWords(
  story: Pick<Story, 'id' | 'headline' | 'publishedAt' | 'hasPhoto' | 'picture'>,
  siteName: string,
): CardWords {
  return {
    storyId: story.id,
    headline: story.headline,
    siteName,
    date: longDate(story.publishedAt),
    pictureFile: story.hasPhoto ? story.picture.src.replace(/^\/media\//, '') : null,
  };
}
