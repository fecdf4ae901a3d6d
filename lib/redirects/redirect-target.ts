import type { LegacyTarget } from '@/db/schema';

export interface RedirectTarget {
  targetKind: LegacyTarget;
  target: string;
}

/**
 * Where an old address is to lead, as an operator writes it: `story:7`, `section:sports`, `topic:…`, `byline:…`,
 * a path of ours, a whole https address, or `gone`. Null for anything else.
 */
export function targetIn(words: string): RedirectTarget | null {
  const target = words.trim().normalize('NFC');
  if (target === 'gone') return { targetKind: 'none', target: '' };
  const story = /^story:([1-9]\d{0,14})$/.exec(target);
  if (story?.[1]) return { targetKind: 'story', target: story[1] };
  const named = /^(section|topic|byline):(\S.*)$/.exec(target);
  if (named?.[2]) return { targetKind: named[1] as LegacyTarget, target: named[2] };
  const isAddress = /^\/(?!\/)\S*$/.test(target) || (/^https?:\/\/\S+$/.test(target) && URL.canParse(target));
  return isAddress ? { targetKind: 'address', target } : null;
}

/** The same words again. */
export function targetWords({ targetKind, target }: RedirectTarget): string {
  if (targetKind === 'none') return 'gone';
  return targetKind === 'address' ? target : `${targetKind}:${target}`;
}
