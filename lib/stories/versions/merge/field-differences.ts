import type { StoryFields } from '@/lib/stories/fields/catalogue';
import type { MergedStretch } from './merge-blocks';
import { type MergedField, mergeStory } from './merge-story';

/** A field that differs, as text before and after. */
export interface Difference {
  field: keyof StoryFields;
  before: string;
  after: string;
}

export function differencesBetween(before: StoryFields, after: StoryFields): Difference[] {
  return differencesOfMine(mergeStory(before, after, before).differing);
}

/** The differences between mine and theirs that I made; what only theirs has changed is not included. */
export function differencesOfMine(differing: readonly MergedField[]): Difference[] {
  return differing.flatMap(({ field, stretches, inWords }) => {
    const sideOf = (side: 'before' | 'after') => inWords(stretches.flatMap((it) => blocksOn(side, it)));
    const [before, after] = [sideOf('before'), sideOf('after')];
    return before === after ? [] : [{ field, before, after }];
  });
}

function blocksOn(side: 'before' | 'after', stretch: MergedStretch): string[] {
  if (stretch.from === 'conflict') return side === 'before' ? stretch.theirs : stretch.mine;
  return side === 'before' && stretch.from === 'mine' ? stretch.was : stretch.blocks;
}
