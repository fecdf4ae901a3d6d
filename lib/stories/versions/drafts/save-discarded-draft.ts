import { randomBytes } from 'node:crypto';
import type { Db } from '@/db/client';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { saveDraft } from './save-draft';

/** The form's own hidden fields, which contain no text. */
const MEANS = ['storyId', 'basedOn', 'formKey', 'drafts', 'do', 'mergedWith'];

/** Saves the current content of a form as a separate draft before something else replaces it. */
export async function saveDiscardedDraft(
  db: Db,
  actor: StaffMember,
  { storyId, form }: { storyId: number; form: FormData },
  now = new Date(),
): Promise<void> {
  await saveDraft(
    db,
    actor,
    {
      storyId,
      tab: randomBytes(12).toString('hex'),
      basedOn: idIn(textOf(form, 'basedOn')) ?? 0,
      stroke: 1,
      fields: fieldsIn(form, MEANS),
    },
    now,
  );
}
