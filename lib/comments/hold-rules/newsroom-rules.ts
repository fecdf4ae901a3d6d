import { findListedWords } from '@barta/bengali/word-filter/find-listed-words';
import { linksIn } from './links-in';

/** A rule that the newsroom has set itself, as its row says. */
export interface NewsroomRule {
  id: number;
  kind: 'words' | 'links' | 'first-timers' | 'quiet-hours';
  name: string;
  /** By kind: a word or phrase a line; the number of links allowed; hours in Dhaka as `23-6`; nothing. */
  pattern: string;
  effect: 'hold' | 'hide';
  /** Null: everywhere. */
  sectionId: number | null;
  isOn: boolean;
}

export interface RuleContext {
  sectionId: number;
  /** Nothing of this address has stood yet. */
  isFirst: boolean;
  at: Date;
}

export interface RulesVerdict {
  /** The gravest effect of all that matched. */
  effect: 'none' | 'hold' | 'hide';
  matched: { ruleId: number; kind: NewsroomRule['kind']; name: string; words: string[] }[];
}

/** What the newsroom's own rules say of a comment. Pure: the desk asks it of old comments before a rule is saved. */
export function rulesVerdict(
  rules: readonly NewsroomRule[],
  draft: { name: string; body: string; website?: string },
  context: RuleContext,
): RulesVerdict {
  const matched: RulesVerdict['matched'] = [];
  let effect: RulesVerdict['effect'] = 'none';
  for (const rule of rules) {
    if (!rule.isOn || (rule.sectionId !== null && rule.sectionId !== context.sectionId)) continue;
    const words = matchOf(rule, draft, context);
    if (!words) continue;
    matched.push({ ruleId: rule.id, kind: rule.kind, name: rule.name, words });
    if (effect !== 'hide') effect = rule.effect;
  }
  return { effect, matched };
}

/** Null if the rule does not apply; the words found, if it is about words. */
function matchOf(
  { kind, pattern }: NewsroomRule,
  draft: { name: string; body: string },
  { isFirst, at }: RuleContext,
): string[] | null {
  switch (kind) {
    case 'words': {
      const found = findListedWords(`${draft.name}\n${draft.body}`, wordsListed(pattern));
      return found.length > 0 ? found : null;
    }
    case 'links':
      return linksIn(draft.body) > Number(pattern) ? [] : null;
    case 'first-timers':
      return isFirst ? [] : null;
    case 'quiet-hours': {
      const hours = hoursIn(pattern);
      return hours && isWithin(hours, hourInDhaka(at)) ? [] : null;
    }
  }
}

/** A word or phrase a line; blank lines and `# …` say nothing. */
export function wordsListed(pattern: string): string[] {
  return pattern
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** `23-6`, in Latin digits: from eleven at night until six. Null for any other spelling, or no length. */
export function hoursIn(pattern: string): { from: number; until: number } | null {
  const [, from, until] = /^\s*(\d{1,2})\s*-\s*(\d{1,2})\s*$/.exec(pattern) ?? [];
  const hours = { from: Number(from), until: Number(until) };
  const isSpan = from !== undefined && hours.from < 24 && hours.until <= 24 && hours.from !== hours.until;
  return isSpan ? hours : null;
}

function isWithin({ from, until }: { from: number; until: number }, hour: number): boolean {
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** Bangladesh is six hours ahead the year round. */
function hourInDhaka(at: Date): number {
  return (at.getUTCHours() + 6) % 24;
}
