import { longDate } from '@barta/bengali/dates';
import type { PictureVariant } from '@/db/schema';
import type { LabelKey, Say } from '@/lib/site/labels';
import { photo } from '@/lib/stories/for-readers/cards';
import type { Story } from '@/lib/stories/for-readers/reading';
import type { CardWords } from './card';

/** What a story's card says. Its date is the day of publication, so a correction alone changes no card. */
export function cardWords(
  story: Pick<Story, 'id' | 'headline' | 'publishedAt' | 'hasPhoto' | 'picture'>,
  siteName: string,
): CardWords {
  return {
    of: 'story',
    id: story.id,
    headline: story.headline,
    siteName,
    below: longDate(story.publishedAt),
    pictureFile: story.hasPhoto ? story.picture.src.replace(/^\/media\//, '') : null,
  };
}

/** A page that lists stories, as its card needs it. */
type Listed =
  | { of: 'section' | 'topic'; id: number; name: string }
  | { of: 'byline'; id: number; name: string; role: string; portrait: readonly PictureVariant[] | null };

/** What the card of a listing says: its name, and what it is. A writer's shows the portrait. */
export function listingWords(listed: Listed, { siteName, say }: { siteName: string; say: Say }): CardWords {
  const { of, id, name } = listed;
  const portrait = of === 'byline' ? photo(listed.portrait, '') : null;
  return {
    ...{ of, id, siteName },
    headline: name,
    below: (of === 'byline' && listed.role) || say(kinds[of]),
    pictureFile: portrait?.src.replace(/^\/media\//, '') ?? null,
  };
}

const kinds = {
  section: 'nav.sections',
  topic: 'nav.topics',
  byline: 'nav.authors',
} as const satisfies Record<Listed['of'], LabelKey>;
