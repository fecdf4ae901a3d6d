import type { Tx } from '@/db/client';
import type { stories } from '@/db/schema';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { addRevision, lastRevision } from './add-revision';

const anHourMs = 3_600_000;

/**
 * As another version takes its place: what was published before there were revisions, or came with an import, is
 * kept as it first was; and an hour after the last revision of a text in work, so is what the hour has made of it.
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
