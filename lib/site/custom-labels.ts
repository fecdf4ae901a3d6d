import { type LabelKey, labelKeys, labelsIn } from './labels';

/**
 * The newsroom's own sentences, typed a line each as `key = sentence`. A line that names no label, or that loses or
 * invents a placeholder, is left out and told in `faults`: the catalogue's sentence stands instead.
 */
export function parseCustomLabels(rawText: string): { own: Map<string, string>; faults: string[] } {
  const own = new Map<string, string>();
  const faults: string[] = [];
  for (const line of rawText.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, key = '', sentence = ''] = /^([\w.-]+)\s*=\s*(.+)$/.exec(line) ?? [];
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
