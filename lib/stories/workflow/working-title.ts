import { truncateGraphemes } from '@barta/bengali/graphemes';
import { documentText } from '../body/document-text';
import type { StoryFields } from '../fields/catalogue';
import { oneLine } from '../fields/tidy-text';

const WORDS = 8;
const LETTERS = 80;

/** A story that starts with text only is named after its first words until it gets a headline. */
export function withWorkingTitle(fields: StoryFields): StoryFields {
  if (oneLine(fields.headline) !== '') return fields;
  if (typeof fields.body === 'string') return fields;
  const text = documentText(fields.body);
  const words = oneLine(text.slice(0, 2000)).split(' ').filter(Boolean);
  const first = words.slice(0, WORDS).join(' ');
  const headline = truncateGraphemes(words.length > WORDS ? `${first} …` : first, LETTERS, '…');
  return headline === '' ? fields : { ...fields, headline };
}
