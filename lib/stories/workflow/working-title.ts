import { truncateGraphemes } from '@barta/bengali/graphemes';
import { documentText } from '../body/document-text';
import { bodyFromNotation } from '../body/notation/body-from-notation';
import type { StoryFields } from '../fields/catalogue';
import { oneLine } from '../fields/tidy-text';

const WORDS = 8;
const LETTERS = 80;

/** A story that is begun with nothing but words is called by the first of them, until somebody finds its headline. */
export function withWorkingTitle(fields: StoryFields): StoryFields {
  if (oneLine(fields.headline) !== '') return fields;
  const { body, bodyDoc } = fields;
  const text =
    bodyDoc !== null && typeof bodyDoc !== 'string'
      ? documentText(bodyDoc)
      : bodyFromNotation(body.slice(0, 2000)).text;
  const words = oneLine(text.slice(0, 2000)).split(' ').filter(Boolean);
  const first = words.slice(0, WORDS).join(' ');
  const headline = truncateGraphemes(words.length > WORDS ? `${first} …` : first, LETTERS, '…');
  return headline === '' ? fields : { ...fields, headline };
}
