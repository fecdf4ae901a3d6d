import { fromBengaliDigits } from '@barta/bengali/digits';
import { countGraphemes } from '@barta/bengali/graphemes';
import { idIn, textOf } from '@/lib/forms/read-form';
import { hoursIn, type NewsroomRule, wordsListed } from '../hold-rules/newsroom-rules';
import { plainLine, plainText } from '../posting/plain-text';

/** A rule as it is typed, before anything is kept. */
export interface RuleDraft {
  /** Null for a new one. */
  id: number | null;
  /** The version that was looked at. */
  basedOn: number;
  kind: NewsroomRule['kind'];
  name: string;
  pattern: string;
  effect: NewsroomRule['effect'];
  sectionId: number | null;
  isOn: boolean;
}

export const ruleKinds = [
  'words',
  'links',
  'first-timers',
  'quiet-hours',
] as const satisfies NewsroomRule['kind'][];

export type RuleFault =
  | 'no-name'
  | 'name-too-long'
  | 'no-words'
  | 'too-many-words'
  | 'word-too-long'
  | 'no-number'
  | 'no-hours';

export const MAX_RULE_NAME = 80;
export const MAX_WORDS = 2_000;
const LONGEST_WORD = 100;
const LONGEST_PATTERN = 200_000;

/** Reads the form as a rule, tidied as it would be saved. */
export function ruleDraftIn(form: FormData): RuleDraft {
  const kind = ruleKinds.find((known) => known === textOf(form, 'kind')) ?? 'words';
  return {
    id: idIn(textOf(form, 'ruleId')),
    basedOn: idIn(textOf(form, 'basedOn')) ?? 0,
    kind,
    name: plainLine(textOf(form, 'name').slice(0, MAX_RULE_NAME * 20)),
    pattern: tidyPattern(kind, textOf(form, 'pattern').slice(0, LONGEST_PATTERN + 1)),
    effect: textOf(form, 'effect') === 'hide' ? 'hide' : 'hold',
    sectionId: idIn(textOf(form, 'sectionId')),
    isOn: textOf(form, 'isOn') === '1',
  };
}

function tidyPattern(kind: RuleDraft['kind'], rawPattern: string): string {
  if (kind === 'first-timers') return '';
  if (kind === 'words') return plainText(rawPattern);
  return fromBengaliDigits(plainLine(rawPattern)).replace(/[–—]/g, '-');
}

/** What is wrong with it, and at which field; null when it can be saved. */
export function ruleFault({
  name,
  kind,
  pattern,
}: RuleDraft): { fault: RuleFault; field: 'name' | 'pattern' } | null {
  if (name === '') return { fault: 'no-name', field: 'name' };
  if (countGraphemes(name) > MAX_RULE_NAME) return { fault: 'name-too-long', field: 'name' };
  const fault = patternFault(kind, pattern);
  return fault && { fault, field: 'pattern' };
}

function patternFault(kind: RuleDraft['kind'], pattern: string): RuleFault | null {
  switch (kind) {
    case 'words': {
      const words = wordsListed(pattern);
      if (pattern.length > LONGEST_PATTERN || words.length > MAX_WORDS) return 'too-many-words';
      if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return 'no-words';
      return words.some((word) => word.length > LONGEST_WORD) ? 'word-too-long' : null;
    }
    case 'links':
      return /^\d{1,2}$/.test(pattern) ? null : 'no-number';
    case 'quiet-hours':
      return hoursIn(pattern) ? null : 'no-hours';
    case 'first-timers':
      return null;
  }
}
