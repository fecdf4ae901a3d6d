import type { ReadDb, Tx } from '@/db/client';
import { done, type Result } from '@/lib/result';
import { eachField, type FieldName, type StoryFields, storyFields } from './catalogue';
import type { StoryColumns, StoryRow } from './field';

/** The columns of all fields together. The library's picture texts are used where the story has none. */
export type StoredColumns = StoryColumns &
  Pick<
    StoryRow,
    'sectionId' | 'headline' | 'bodyDoc' | 'bodyHtml' | 'pictureCaption' | 'pictureCredit' | 'pictureAlt'
  >;

export function columnsOf(t: Tx, fields: StoryFields): Result<StoredColumns, 'unknown'> {
  const columns: StoryColumns = {};
  for (const [name, field] of storyFields) {
    const filled = field.columns(t, fields[name], fields);
    if (!filled.ok) return filled;
    Object.assign(columns, filled.value);
  }
  return done(columns as StoredColumns);
}

/** The fields as the story has them once its columns are written. */
export function withPictureTexts(
  fields: StoryFields,
  { pictureCaption, pictureCredit, pictureAlt }: StoredColumns,
): StoryFields {
  return { ...fields, pictureCaption, pictureCredit, pictureAlt };
}

/** The story's current field values, as its form would show them. */
export function fieldsOf(t: ReadDb, story: StoryRow): StoryFields {
  return eachField((field) => field.read(t, story));
}

type LinkedName = 'topics' | 'bylines' | 'section' | 'sections' | 'district' | 'districts';

/** Links the story to what its fields name, in order, creating topics and bylines for new names. */
export function linkNames(t: Tx, storyId: number, fields: Pick<StoryFields, LinkedName>): void {
  const values = fields as StoryFields;
  for (const [name, field] of storyFields) {
    field.link?.(t, storyId, values[name satisfies FieldName], values);
  }
}
