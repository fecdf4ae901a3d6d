import type { z } from 'zod';
import type { ReadDb, Tx } from '@/db/client';
import type { stories } from '@/db/schema';
import type { ControlPanel, FieldControlView } from '@/lib/forms/story-controls';
import type { Result } from '@/lib/result';
import type { LabelKey } from '@/lib/site/labels';
import type { DocumentFault } from '../body/parse-document';

export type StoryRow = typeof stories.$inferSelect;
export type StoryColumns = Partial<typeof stories.$inferInsert>;

/** Why a field is refused. Each code needs a sentence in for-desk/refusal-sentence.ts. */
export type FieldCode =
  | 'missing'
  | 'too-long'
  | 'too-many'
  | 'unknown'
  | 'no-address'
  | 'wrong-kind'
  | 'no-duration'
  | 'undescribed'
  | 'working-title'
  | DocumentFault;

/** How two people's versions of a field are merged. */
export type MergeKind =
  /** As a whole: one of the two. */
  | 'value'
  /** Name by name. */
  | 'names'
  /** Block by block. */
  | 'body'
  /** The lead picture together with the texts that describe it. */
  | 'picture'
  | 'picture-text'
  /** Together with another field. */
  | 'none';

/** A simple control of the story's form, in the order of the catalogue. */
export interface FieldControl extends Omit<FieldControlView, 'name' | 'label' | 'hint'> {
  panel: ControlPanel;
  hint?: LabelKey;
}

/** The parts of the search index, by weight. */
export type SearchWeight = 'headline' | 'standfirst' | 'districts';

/**
 * The full description of one story field. `Value` is what the field holds; `Others` are the other fields that its
 * rules read. Code that handles stories iterates over the catalogue of these and names no field itself.
 */
export interface StoryField<Value, Others = unknown> {
  label: LabelKey;
  /** The value for an empty story. */
  empty: Value;
  /** The maximum number of graphemes, or of names. */
  limit?: number;

  /** Parses the value from a submitted form. */
  parse(form: FormData): Value;
  /** Formats the value for the form. */
  formValue(value: Value, others: Others): string;
  /** Hidden inputs that the form submits with it, by control name. */
  hiddenFormValues?(value: Value): Readonly<Record<string, string>>;
  control?: FieldControl;

  /** The canonical stored value: letters repaired, trimmed. */
  tidy(value: Value, others: Others): Value;
  /** Why a tidy value cannot be stored. */
  faults(value: Value, others: Others): readonly FieldCode[];
  /** Why a story with this value can be stored but not published. */
  faultsForReaders?(value: Value, others: Others): readonly FieldCode[];
  /** The field at which its errors are shown, if not at itself. */
  faultsAt?: string;

  /** Reads the value from the story's row and its linked rows. */
  read(t: ReadDb, row: StoryRow): Value;
  /** The columns to write into the story's row; refused if the value names something that does not exist. */
  columns(t: Tx, value: Value, others: Others): Result<StoryColumns, 'unknown'>;
  /** Writes linked rows in other tables, once the story's row exists. */
  link?(t: Tx, storyId: number, value: Value, others: Others): void;
  /** Parses the JSON of revisions and snapshots; without it the JSON is the value. */
  fromJson?(json: unknown): Value;

  merge: MergeKind;
  /** The audit records its length and a hash instead of a second copy of the text. */
  auditedByHash?: boolean;

  /** The key in a row of `barta import-stories`; without it the field's own name is used. */
  importShape?: z.ZodType<Value>;
  /** Names of WordPress custom fields that may hold it; the first non-empty one is used. */
  wordpressKeys?: readonly string[];

  search?: SearchWeight;
  /** The schema.org NewsArticle property that carries it. */
  schemaOrg?: string;
  /** Shown at the beginning of the story's text: on its page, the lite page and in feeds. */
  beginsText?: boolean;
}
