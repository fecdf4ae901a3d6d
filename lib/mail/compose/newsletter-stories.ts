import type { ReadDb } from '@/db/client';
import { readFront } from '@/lib/fronts/reading';

const IN_LETTER = 8;

export interface NewsletterStory {
  headline: string;
  standfirst: string;
  /** A path. */
  href: string;
}

/** What the front shows first, as it is arranged now: the letter's stories, the lead first, each once. */
export async function frontStories(db: ReadDb, now: Date): Promise<NewsletterStory[]> {
  const { top, headlines, latest } = await readFront(db, now);
  const all = [...(top ?? []), ...headlines, ...latest].filter((story) => story !== null);
  const once = new Map(all.map((story) => [story.id, story]));
  return [...once.values()]
    .slice(0, IN_LETTER)
    .map(({ headline, standfirst, href }) => ({ headline, standfirst, href }));
}
