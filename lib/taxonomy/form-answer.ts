import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn } from '@/lib/forms/read-form';
import { savedForm } from '@/lib/forms/stale-form';
import type { Result } from '@/lib/result';
import type { Say } from '@/lib/site/labels';
import { maxTaxonomyName, type TaxonomyRefusal } from './taxonomy-refusal';

/** What a form is answered: a sentence that it is done, or what was typed with the reason at its field. */
export function taxonomyFormState(
  outcome: Result<unknown, TaxonomyRefusal>,
  form: FormData,
  say: Say,
  sentence: string,
): DeskFormState {
  if (outcome.ok) return savedForm(sentence, versionIn(outcome.value));
  const text = say(`taxonomy.${outcome.code}`, { max: maxTaxonomyName });
  const values = fieldsIn(form);
  if (outcome.field) return { values, errors: { [outcome.field]: text } };
  return { values, errors: {}, notice: { kind: 'refused', text } };
}

/** Of what was there before; a merge or a new section leaves no form that would be sent again. */
function versionIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return String(value.version);
}

/** The choice that was sent, the first if it is none of them. */
export function oneOf<Choice extends string>(choices: readonly [Choice, ...Choice[]], sent: string): Choice {
  return choices.find((choice) => choice === sent) ?? choices[0];
}
