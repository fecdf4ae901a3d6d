import { currentLabelKey } from './former-label-keys';
import { type LabelKey, labelKeys, labelsIn } from './labels';

/**
 * The newsroom's own sentences, one a line as `key = sentence`; former keys are accepted. A line that names no label, or
 * that loses or adds a placeholder, is left out and listed in `faults`: the catalogue's sentence is used instead.
 */
export function parseCustomLabels(rawText: string): { own: Map<string, string>; faults: string[] } {
  const own = new Map<string, string>();
  const faults: string[] = [];
  for (const line of rawText.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, storedKey = '', sentence = ''] = /^([\w.-]+)\s*=\s*(.+)$/.exec(line) ?? [];
    const key = currentLabelKey(storedKey);
    if (isFit(key, sentence)) own.set(key, sentence);
    else faults.push(line);
  }
  return { own, faults };
}

const known: ReadonlySet<string> = new Set(labelKeys);
const catalogue = labelsIn('bn');

function isFit(key: string, sentence: string): boolean {
  return known.has(key) && sentence !== '' && holesOf(sentence) === holesOf(catalogue(key as LabelKey));
}

/** `{count} of {name}` → `count name`. */
function holesOf(sentence: string): string {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(' ');
}
