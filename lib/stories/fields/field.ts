import type { z } from 'zod';
import type { ReadDb, Tx } from '@/db/client';
import type { stories } from '@/db/schema';
import type { ControlPanel, FieldControlView } from '@/lib/forms/story-controls';
import type { Result } from '@/lib/result';
import type { LabelKey } from '@/lib/site/labels';
import type { DocumentFault } from '../body/parse-document';

export type StoryRow = typeof stories.$inferSelect;
export type StoryColumns = Partial<typeof stories.$inferInsert>;

/** Why a field is refused. Each needs a sentence in for-desk/refusal-sentence.ts. */
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

/** How two people's versions of a field become one. */
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
  /** With another field. */
  | 'none';

/** A simple control of the story's form, in the order of the catalogue. */
export interface FieldControl extends Omit<FieldControlView, 'name' | 'label' | 'hint'> {
  panel: ControlPanel;
  hint?: LabelKey;
}

/** The parts of the search index, by weight. */
export type SearchWeight = 'headline' | 'standfirst' | 'districts';

/**
 * All that the program knows of one field of a story. `Value` is what the field holds; `Others` are the other fields
 * that its rules look at. Whatever handles stories goes through the catalogue of these and names no field itself.
 */
export interface StoryField<Value, Others = unknown> {
  label: LabelKey;
  /** The value of a story in which nothing was entered. */
  empty: Value;
  /** The most letters, or names, that it may hold. */
  limit?: number;

  /** The value in the form as it was sent. */
  parse(form: FormData): Value;
  /** The same as the form shows it. */
  formValue(value: Value, others: Others): string;
  /** What the form sends along with it unseen, by the names of its controls. */
  hiddenFormValues?(value: Value): Readonly<Record<string, string>>;
  control?: FieldControl;

  /** As it is stored: letters repaired, space at the ends gone. */
  tidy(value: Value, others: Others): Value;
  /** Why a tidy value cannot be stored. */
  faults(value: Value, others: Others): readonly FieldCode[];
  /** Why a story with it can be stored and not be shown to readers. */
  faultsForReaders?(value: Value, others: Others): readonly FieldCode[];
  /** The field at which its faults are shown, if not at itself. */
  faultsAt?: string;

  /** From the story's row and what is linked to it. */
  read(t: ReadDb, row: StoryRow): Value;
  /** What is written into the story's row; refused where the value names something that does not exist. */
  columns(t: Tx, value: Value, others: Others): Result<StoryColumns, 'unknown'>;
  /** What is written into other tables, once the story has its row. */
  link?(t: Tx, storyId: number, value: Value, others: Others): void;
  /** From JSON, as revisions and snapshots hold it; without it the JSON is the value. */
  fromJson?(json: unknown): Value;

  merge: MergeKind;
  /** The audit keeps its length and a hash instead of a second copy of the text. */
  auditedByHash?: boolean;

  /** In a row of `barta import-stories`; without it the field is not read there by its own name. */
  importShape?: z.ZodType<Value>;
  /** Custom fields of WordPress that hold it, the first that is filled in counts. */
  wordpressKeys?: readonly string[];

  search?: SearchWeight;
  /** The property of schema.org's NewsArticle that says it. */
  schemaOrg?: string;
  /** Readers see it at the beginning of the story's text: on its page, the lite page and in feeds. */
  beginsText?: boolean;
}
