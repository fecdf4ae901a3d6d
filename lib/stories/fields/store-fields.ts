import type { ReadDb, Tx } from '@/db/client';
import { done, type Result } from '@/lib/result';
import { eachField, type FieldName, type StoryFields, storyFields } from './catalogue';
import type { StoryColumns, StoryRow } from './field';

/** The columns that all fields together fill. A picture's own texts stand in where the story says none. */
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

/** The story as its form would show it. */
export function fieldsOf(t: ReadDb, story: StoryRow): StoryFields {
  return eachField((field) => field.read(t, story));
}

type LinkedName = 'topics' | 'bylines' | 'section' | 'sections' | 'district' | 'districts';

/** Ties the story to what its fields name, in that order. A new name is a new topic or byline. */
export function linkNames(t: Tx, storyId: number, fields: Pick<StoryFields, LinkedName>): void {
  const values = fields as StoryFields;
  for (const [name, field] of storyFields) {
    field.link?.(t, storyId, values[name satisfies FieldName], values);
  }
}
