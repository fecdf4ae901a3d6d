import { formatDuration, parseDuration } from '@barta/bengali/durations';
import { z } from 'zod';
import { textOf } from '@/lib/forms/read-form';
import { done } from '@/lib/result';
import type { LabelKey } from '@/lib/site/labels';
import { safeAddress } from '../body/html/safe-address';
import type { FieldCode, FieldControl, StoryField, StoryRow } from './field';
import { distinctNames, isLonger, namesIn, oneLine } from './tidy-text';

/** Maximum number of graphemes of one topic, byline, section or place. */
export const maxNameLetters = 60;

type ColumnOf<Type> = {
  [Name in keyof StoryRow]: [StoryRow[Name], Type] extends [Type, StoryRow[Name]] ? Name : never;
}[keyof StoryRow];

interface TextFieldOptions
  extends Pick<
    StoryField<string>,
    'wordpressKeys' | 'search' | 'schemaOrg' | 'beginsText' | 'merge' | 'faultsForReaders'
  > {
  label: LabelKey;
  maxLetters: number;
  required?: boolean;
  control?: FieldControl;
}

export const importedText = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
export const importedNames = z
  .array(z.string())
  .nullish()
  .transform((names) => names ?? []);

/** A line of text, stored in the column of the same name. */
export function textField(
  name: ColumnOf<string>,
  { maxLetters, required = false, ...options }: Omit<TextFieldOptions, 'merge'> & Partial<TextFieldOptions>,
): StoryField<string> {
  return {
    empty: '',
    limit: maxLetters,
    parse: (form) => textOf(form, name),
    formValue: (text) => text,
    tidy: oneLine,
    faults: (text) => [
      ...(required && text === '' ? (['missing'] as const) : []),
      ...(isLonger(text, maxLetters) ? (['too-long'] as const) : []),
    ],
    read: (_, row) => row[name],
    columns: (_, text) => done({ [name]: text }),
    merge: 'value',
    importShape: required ? z.string() : importedText,
    ...options,
  };
}

/** A web address, or a path on this site. */
export function addressField(
  name: ColumnOf<string>,
  {
    faults = () => [],
    ...options
  }: Omit<TextFieldOptions, 'maxLetters' | 'merge'> & { faults?(address: string): FieldCode[] },
): StoryField<string> {
  const text = textField(name, { maxLetters: 500, ...options });
  return {
    ...text,
    tidy: (address) => address.trim(),
    faults: (address, others) => [
      ...text.faults(address, others),
      ...(address !== '' && !isAddress(address) ? (['no-address'] as const) : []),
      ...faults(address),
    ],
  };
}

function isAddress(text: string): boolean {
  const address = /\s/.test(text) ? null : safeAddress(text);
  return address !== null && /^(?:https?:\/\/|\/(?![/\\]))/.test(address.href);
}

/** Several names, stored in linked tables. */
export function namesField<Others>(
  name: string,
  options: Pick<StoryField<readonly string[], Others>, 'label' | 'limit' | 'read' | 'link'> & {
    limit: number;
    columns?: StoryField<readonly string[], Others>['columns'];
  },
): StoryField<readonly string[], Others> {
  return {
    empty: [],
    parse: (form) => namesIn(textOf(form, name)),
    formValue: (names) => names.join(', '),
    tidy: distinctNames,
    faults: (names) => {
      if (names.length > options.limit) return ['too-many'];
      return names.some((one) => isLonger(one, maxNameLetters)) ? ['too-long'] : [];
    },
    columns: () => done({}),
    merge: 'names',
    importShape: importedNames,
    ...options,
  };
}

/** `'no-duration'`: the input is not a duration. */
export type Seconds = number | 'no-duration' | null;

/** A duration, entered as in `৩:২৫`. */
export function durationField(
  name: ColumnOf<number | null>,
  options: Pick<StoryField<Seconds>, 'label'>,
): StoryField<Seconds> {
  return {
    empty: null,
    parse(form) {
      const text = textOf(form, name);
      return text.trim() === '' ? null : (parseDuration(text) ?? 'no-duration');
    },
    formValue: (seconds) => (typeof seconds === 'number' ? formatDuration(seconds) : ''),
    tidy: (seconds) => seconds,
    faults: (seconds) => (seconds === 'no-duration' ? ['no-duration'] : []),
    read: (_, row) => row[name],
    columns: (_, seconds) => done({ [name]: typeof seconds === 'number' ? seconds : null }),
    merge: 'value',
    importShape: z
      .number()
      .int()
      .min(0)
      .nullish()
      .transform((seconds) => seconds ?? null),
    ...options,
  };
}
