import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { type FieldName, type StoryFields, storyFields } from '@/lib/stories/fields/catalogue';
import type { MergeKind } from '@/lib/stories/fields/field';
import { keyOf, type MergedStretch, mergeBlocks } from './merge-blocks';
import { bodyInWords, cutBody, joinBody } from './merge-body';

/** `both`, theirs first: only for the body, where two paragraphs can follow each other. */
export type MergeChoice = 'mine' | 'theirs' | 'both';
export type ChoiceOf = (key: string) => MergeChoice | undefined;

/** A field whose merged value differs from the saved one, or that needs a choice. Its text in stretches. */
export interface MergedField {
  field: FieldName;
  stretches: MergedStretch[];
  /** The text of a stretch's blocks. */
  inWords(blocks: readonly string[]): string;
}

export interface StoryMerge {
  /** The merged story; unresolved conflicts use mine. */
  fields: StoryFields;
  /** The differences, in the order of the form. */
  differing: MergedField[];
  /** Keys of the conflicts without a choice. */
  unsettled: string[];
}

/** The lead picture and the texts that describe it. */
const PICTURE = storyFields.flatMap(([name, { merge }]) =>
  merge === 'picture' || merge === 'picture-text' ? [name] : [],
);

/**
 * Merges two people's versions of one story, field by field, and the body block by block. Without a base (when it is
 * no longer stored) every difference is a conflict. All three inputs are tidy.
 */
export function mergeStory(
  base: StoryFields | null,
  mine: StoryFields,
  theirs: StoryFields,
  choiceOf: ChoiceOf = () => undefined,
): StoryMerge {
  const fields = { ...theirs };
  const differing: MergedField[] = [];
  const unsettled: string[] = [];
  const isOnePicture = mine.pictureId === theirs.pictureId;

  for (const [field, { merge: mergedAs }] of storyFields) {
    const kind = handlingOf(mergedAs, isOnePicture);
    if (!kind) continue;
    const { cut, join, merge = mergeBlocks, inWords } = kinds[kind](field);
    const [ours, others] = [cut(mine), cut(theirs)];
    const stretches = merge(base ? cut(base) : [], ours, others);
    const choice: ChoiceOf = (key) =>
      kind !== 'body' && choiceOf(key) === 'both' ? undefined : choiceOf(key);
    const blocks = stretches.flatMap((stretch) => settled(stretch, choice));
    const open = stretches.flatMap((it) => (it.from === 'conflict' && !choice(it.key) ? [it.key] : []));
    if (isSame(blocks, others) && stretches.every(({ from }) => from === 'both')) continue;

    differing.push({ field, stretches, inWords });
    unsettled.push(...open);
    if (!isSame(blocks, others))
      Object.assign(fields, isSame(blocks, ours) ? pick(mine, join(blocks)) : join(blocks));
  }
  return { fields, differing, unsettled };
}

type Kind = 'body' | 'names' | 'picture' | 'value';

/** Null for a field that is merged together with another. */
function handlingOf(kind: MergeKind, isOnePicture: boolean): Kind | null {
  if (kind === 'none') return null;
  // Texts that describe a picture go with it, since they would be wrong under another.
  if (kind === 'picture-text') return isOnePicture ? 'value' : null;
  if (kind === 'picture') return isOnePicture ? 'value' : 'picture';
  return kind;
}

interface Handling {
  cut(fields: StoryFields): string[];
  join(blocks: readonly string[]): Partial<StoryFields>;
  merge?: (was: string[], mine: string[], theirs: string[]) => MergedStretch[];
  inWords(blocks: readonly string[]): string;
}

const kinds: Record<Kind, (field: FieldName) => Handling> = {
  body: () => ({
    cut: ({ body }) => cutBody(body),
    join: (blocks) => ({ body: joinBody(blocks) }),
    inWords: bodyInWords,
  }),
  names: (field) => ({
    cut: (fields) => [...(fields[field] as readonly string[])],
    join: (blocks) => ({ [field]: [...new Set(blocks)] }),
    merge: (...sides) => [mergeNames(...sides)],
    inWords: (blocks) => blocks.join(', '),
  }),
  picture: () => ({
    cut: (fields) => [JSON.stringify(PICTURE.map((name) => fields[name]))],
    join: ([words = '[]']) => {
      const values = JSON.parse(words) as unknown[];
      return Object.fromEntries(PICTURE.map((name, at) => [name, values[at]]));
    },
    inWords: ([words = '']) => words,
  }),
  value: (field) => ({
    cut: (fields) => [asText(fields[field])],
    join: ([value = '']) => ({ [field]: value }),
    inWords: ([value = '']) => value,
  }),
};

function asText(value: unknown): string {
  return value instanceof Date ? dhakaTimeOf(value) : String(value ?? '');
}

/** Names added by either side are included, names removed by either are left out. */
function mergeNames(was: string[], mine: string[], theirs: string[]): MergedStretch {
  if (isSame(mine, theirs)) return { from: 'both', blocks: mine, was };
  if (isSame(theirs, was)) return { from: 'mine', blocks: mine, was };
  if (isSame(mine, was)) return { from: 'theirs', blocks: theirs, was };
  const isOrderOnly = isSame([...mine].sort(), [...theirs].sort());
  if (isOrderOnly) return { from: 'conflict', key: keyOf(was, mine, theirs), mine, theirs, was };
  const kept = theirs.filter((name) => mine.includes(name) || !was.includes(name));
  const added = mine.filter((name) => !was.includes(name) && !kept.includes(name));
  const blocks = [...kept, ...added];
  // The changes of mine relative to theirs: they must be visible, or an unsaved text would pass for a saved one.
  return isSame(blocks, theirs) ? { from: 'theirs', blocks, was } : { from: 'mine', blocks, was: theirs };
}

function settled(stretch: MergedStretch, choiceOf: ChoiceOf): string[] {
  if (stretch.from !== 'conflict') return stretch.blocks;
  const choice = choiceOf(stretch.key);
  if (choice === 'theirs') return stretch.theirs;
  if (choice === 'both') return [...stretch.theirs, ...stretch.mine];
  return stretch.mine;
}

/** If one side is taken whole, its very value is used: a number stays a number, a text keeps its spaces. */
function pick(side: StoryFields, names: Partial<StoryFields>): Partial<StoryFields> {
  const wanted = Object.keys(names) as FieldName[];
  return Object.fromEntries(wanted.map((name) => [name, side[name]]));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
