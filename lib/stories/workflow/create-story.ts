import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { auditedFields, differenceBetween } from '../fields/audit-difference';
import type { StoryFields } from '../fields/catalogue';
import { type FieldFault, faultsIn, tidyFields } from '../fields/check-fields';
import { columnsOf, fieldsOf, linkNames, withPictureTexts } from '../fields/store-fields';
import { reindexAndAnnounce } from './reindex-and-announce';

export interface NewStory extends StoryFields {
  /** Created with the empty form, so that a double click makes one story. */
  formKey?: string;
  /** The headline is a placeholder that was not written by a person. */
  isWorkingTitle?: boolean;
}

export type CreateStoryRefusal = 'forbidden' | FieldFault['code'];

/** Creates a draft. It needs only a headline and a section. */
export async function createStory(
  db: Db,
  actor: Actor,
  { formKey, isWorkingTitle = false, ...entered }: NewStory,
  now = new Date(),
): Promise<Result<{ storyId: number; version: number }, CreateStoryRefusal>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  const fields = tidyFields(entered);
  const [fault] = faultsIn(fields);
  if (fault) return refused(fault.code, fault.field);

  return tx(db, (t) => {
    const columns = columnsOf(t, fields);
    if (!columns.ok) return columns;

    const key = formKey ? `form:${formKey}` : null;
    const sent = key && t.select().from(stories).where(eq(stories.externalId, key)).get();
    // The same form with another text (sent, gone back to, continued) is another story, so that nothing is lost.
    if (sent && !differenceBetween(fieldsOf(t, sent), withPictureTexts(fields, columns.value))) {
      return done({ storyId: sent.id, version: sent.version });
    }
    const story = t
      .insert(stories)
      .values({
        ...columns.value,
        workingTitle: isWorkingTitle ? fields.headline : null,
        externalId: sent ? null : key,
        createdBy: actor.kind === 'staff' ? actor.id : null,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
      .get();
    linkNames(t, story.id, fields);
    reindexAndAnnounce(t, story.id, null, now);
    appendAudit(t, {
      actor,
      verb: 'create-story',
      subject: `story:${story.id}`,
      after: auditedFields(fields),
      at: now,
    });
    return done({ storyId: story.id, version: story.version });
  });
}
