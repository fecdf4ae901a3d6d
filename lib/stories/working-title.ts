import { textOfDocument } from './document/text';
import { oneLine, type StoryFields } from './story-fields';

const WORDS = 8;

/** A story that is begun with nothing but words is called by the first of them, until somebody finds its headline. */
export function withWorkingTitle(fields: StoryFields): StoryFields {
  if (oneLine(fields.headline) !== '') return fields;
  const { body, bodyDoc } = fields;
  const text = bodyDoc !== null && typeof bodyDoc !== 'string' ? textOfDocument(bodyDoc) : body;
  const words = oneLine(text.slice(0, 2000)).split(' ').filter(Boolean);
  const headline = words.slice(0, WORDS).join(' ').slice(0, 120);
  return headline === ''
    ? fields
    : { ...fields, headline: words.length > WORDS ? `${headline} …` : headline };
}
