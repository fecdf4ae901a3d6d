import type { Tx } from '@/db/client';
import type { stories } from '@/db/schema';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { addRevision, lastRevision } from './add-revision';

const anHourMs = 3_600_000;

/**
 * When another version replaces it: a text published before revisions existed, or imported, is stored in its first
 * form; and for a text in progress a revision is added at most once an hour.
 */
export function addFormerRevision(
  t: Tx,
  story: typeof stories.$inferSelect,
  fields: StoryFields,
  { staffId, now }: { staffId: number | null; now: Date },
): void {
  const last = lastRevision(t, story.id);
  if (story.state === 'published') {
    const at = story.publishedAt ?? story.updatedAt;
    if (!last) addRevision(t, story, fields, { reason: 'publish', staffId, at });
    return;
  }
  const since = last?.at ?? story.createdAt;
  if (now.getTime() - since.getTime() < anHourMs) return;
  addRevision(t, story, fields, { reason: 'hour', staffId, at: story.updatedAt });
}
