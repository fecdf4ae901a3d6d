import { requireStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/for-readers/reading';
import { cardFile } from './card';
import { getCardStore } from './card-store';
import { cardWords } from './card-text';
import { drawNow } from './request-card';

/** A published story's square card, drawn while the desk waits if need be; null for a story that readers cannot see. */
export async function deskCard(storyId: number): Promise<{ file: string; bytes: Uint8Array } | null> {
  await requireStaff('write-story', '/admin/stories');
  const story = await readStory(storyId);
  if (!story || story.isRetracted) return null;
  const words = cardWords(story, (await readSite()).siteName);
  const file = cardFile(words, 'square');
  return { file, bytes: (await getCardStore().open(file)) ?? (await drawNow(words, 'square')) };
}
