import type { StoryFields } from '../story-fields';
import { keyOf, type MergedStretch, mergeBlocks } from './merge-blocks';

/** `both`, theirs first: only in the body, where two paragraphs can stand one after the other. */
export type Choice = 'mine' | 'theirs' | 'both';
type ChoiceOf = (key: string) => Choice | undefined;

/** A field where the two differ, or one of them differs from what was. Its text in stretches, as it will stand. */
export interface MergedField {
  field: keyof StoryFields;
  stretches: MergedStretch[];
}

export interface StoryMerge {
  /** The merged story; where a conflict is not settled, mine stands. */
  fields: StoryFields;
  /** What differs, in the order of the form. */
  differing: MergedField[];
  /** Keys of conflicts without a choice. */
  unsettled: string[];
}

const PICTURE = ['pictureId', 'pictureCaption', 'pictureCredit', 'pictureAlt'] as const;

/**
 * What two people have made of one story, field by field, and the body paragraph by paragraph. Without a base
 * (it is no longer known) whatever differs is a conflict: nothing is guessed away.
 */
export function mergeStory(
  base: StoryFields | null,
  mine: StoryFields,
  theirs: StoryFields,
  choiceOf: ChoiceOf = () => undefined,
): StoryMerge {
  const differing: MergedField[] = [];
  const merged: Record<string, unknown> = { ...theirs };
  const isOnePicture = mine.pictureId === theirs.pictureId;

  for (const field of Object.keys(theirs) as (keyof StoryFields)[]) {
    // Words that describe a picture go with it: under another they would be wrong.
    if (!isOnePicture && isOfPicture(field)) {
      if (field === 'pictureId') mergePicture();
      continue;
    }
    const stretches = stretchesOf(base && blocksOf(base[field], field), mine[field], theirs[field], field);
    const blocks = stretches.flatMap((stretch) => settled(stretch, allowed(field, choiceOf)));
    const value = fieldFrom(blocks, field, mine[field], theirs[field]);
    if (value === theirs[field] && stretches.every(({ from }) => from === 'both')) continue;
    differing.push({ field, stretches });
    merged[field] = value;
  }
  return {
    fields: merged as unknown as StoryFields,
    differing,
    unsettled: differing.flatMap(({ field, stretches }) =>
      stretches.flatMap((stretch) =>
        stretch.from === 'conflict' && !allowed(field, choiceOf)(stretch.key) ? [stretch.key] : [],
      ),
    ),
  };

  function mergePicture(): void {
    const [was, ours, others] = [base, mine, theirs].map(
      (fields) => fields && PICTURE.map((name) => fields[name]),
    );
    const whole = (fields: unknown) => [JSON.stringify(fields)];
    const [stretch] = mergeBlocks(was ? whole(was) : [], whole(ours), whole(others));
    if (!stretch) return;
    differing.push({ field: 'pictureId', stretches: [stretch] });
    const [kept] = settled(stretch, allowed('pictureId', choiceOf));
    for (const [at, name] of PICTURE.entries()) merged[name] = JSON.parse(kept ?? '[]')[at];
  }
}

/** A paragraph is parted from the next by blank lines, as the body's own reading has it. */
export function paragraphsOf(body: string): string[] {
  return body.split(/\n(?:[ \t]*\n)+/).filter((paragraph) => paragraph.trim() !== '');
}

/** As a list of blocks: what differs within one is for a person to decide. */
function blocksOf(value: unknown, field: keyof StoryFields): string[] {
  if (field === 'body') return paragraphsOf(String(value));
  if (Array.isArray(value)) return value.map(String);
  return [
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value),
  ];
}

function stretchesOf(
  was: string[] | null,
  mine: unknown,
  theirs: unknown,
  field: keyof StoryFields,
): MergedStretch[] {
  const [ours, others] = [blocksOf(mine, field), blocksOf(theirs, field)];
  if (Array.isArray(theirs)) return [mergeNames(was ?? [], ours, others)];
  return mergeBlocks(was ?? [], ours, others);
}

/** Names added by either are there, names taken away by either are gone. */
function mergeNames(was: string[], mine: string[], theirs: string[]): MergedStretch {
  const kept = theirs.filter((name) => mine.includes(name) || !was.includes(name));
  const blocks = [...kept, ...mine.filter((name) => !was.includes(name) && !kept.includes(name))];
  const isOrderOnly = sameNames(mine, theirs);
  const key = keyOf(was, mine, theirs);
  const [ours, others, ones] = [mine, theirs, was].map((names) => names.join('\n'));
  if (ours === others) return { from: 'both', blocks: mine, was };
  if (others === ones) return { from: 'mine', blocks: mine, was };
  if (ours === ones) return { from: 'theirs', blocks: theirs, was };
  if (isOrderOnly) return { from: 'conflict', key, mine, theirs, was };
  return { from: 'both', blocks, was };
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}

function allowed(field: keyof StoryFields, choiceOf: ChoiceOf): ChoiceOf {
  return (key) => (field !== 'body' && choiceOf(key) === 'both' ? undefined : choiceOf(key));
}

function settled(stretch: MergedStretch, choiceOf: ChoiceOf): string[] {
  if (stretch.from !== 'conflict') return stretch.blocks;
  const choice = choiceOf(stretch.key);
  if (choice === 'theirs') return stretch.theirs;
  if (choice === 'both') return [...stretch.theirs, ...stretch.mine];
  return stretch.mine;
}

/** From blocks back to the field's own kind: where one side stands whole, its very value. */
function fieldFrom(blocks: string[], field: keyof StoryFields, mine: unknown, theirs: unknown): unknown {
  for (const side of [theirs, mine]) {
    if (JSON.stringify(blocksOf(side, field)) === JSON.stringify(blocks)) return side;
  }
  return Array.isArray(theirs) ? [...new Set(blocks)] : blocks.join('\n\n');
}

function isOfPicture(field: string): boolean {
  return (PICTURE as readonly string[]).includes(field);
}
