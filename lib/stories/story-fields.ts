import { countGraphemes } from '@/lib/bengali/graphemes';
import { normalise } from '@/lib/bengali/normalise';
import type { DocumentFault } from './document/read-document';
import type { StoryDocument } from './document/shape';
import { tidyDocument } from './document/tidy';
import { typedFromDocument } from './document/typed';

/** What is typed of a story. Topics and bylines by name, section by slug, district by code (`''` = none). */
export interface StoryFields {
  section: string;
  kicker: string;
  headline: string;
  standfirst: string;
  /** In the notation of `storyBody`; of a document, what `typedFromDocument` makes of it. */
  body: string;
  /** The body as blocks, null where the typed text is all there is; or why what was sent is no document. */
  bodyDoc: StoryDocument | DocumentFault | null;
  topics: readonly string[];
  bylines: readonly string[];
  district: string;
  pictureId: number | null;
  pictureCaption: string;
  pictureCredit: string;
  pictureAlt: string;
  comments: 'open' | 'closed';
}

export interface FieldFault {
  code: 'missing' | 'too-long' | 'too-many' | 'unknown' | DocumentFault;
  field: keyof StoryFields;
}

/** Letters as a reader counts them; the body in characters, since that is what is stored and sanitised. */
export const storyLimits = {
  kicker: 60,
  headline: 200,
  standfirst: 500,
  body: 400_000,
  pictureCaption: 500,
  pictureCredit: 120,
  pictureAlt: 300,
  retractionNote: 1000,
  /** Of one topic or byline, and how many of them. */
  name: 60,
  topics: 20,
  bylines: 8,
} as const;

/** The fields as they are stored: letters repaired, space at the ends and doubled names gone. */
export function tidyFields(typed: StoryFields): StoryFields {
  return {
    ...typed,
    section: typed.section.trim(),
    kicker: oneLine(typed.kicker),
    headline: oneLine(typed.headline),
    standfirst: oneLine(typed.standfirst),
    ...tidyBody(typed),
    topics: distinct(typed.topics),
    bylines: distinct(typed.bylines),
    district: typed.district.trim(),
    pictureCaption: oneLine(typed.pictureCaption),
    pictureCredit: oneLine(typed.pictureCredit),
    pictureAlt: oneLine(typed.pictureAlt),
  };
}

function tidyBody({ body, bodyDoc }: StoryFields): Pick<StoryFields, 'body' | 'bodyDoc'> {
  if (bodyDoc === null || typeof bodyDoc === 'string') return { body: manyLines(body), bodyDoc };
  const document = tidyDocument(bodyDoc);
  return { body: typedFromDocument(document), bodyDoc: document };
}

/** What keeps tidy fields from being stored at all, in the order of the form. */
export function faultsIn(fields: StoryFields): FieldFault[] {
  const faults: FieldFault[] = [];
  if (fields.headline === '') faults.push({ code: 'missing', field: 'headline' });
  if (fields.section === '') faults.push({ code: 'missing', field: 'section' });

  for (const field of [
    'kicker',
    'headline',
    'standfirst',
    'pictureCaption',
    'pictureCredit',
    'pictureAlt',
  ] as const) {
    if (isLonger(fields[field], storyLimits[field])) faults.push({ code: 'too-long', field });
  }
  if (typeof fields.bodyDoc === 'string') faults.push({ code: fields.bodyDoc, field: 'body' });
  if (fields.body.length > storyLimits.body) faults.push({ code: 'too-long', field: 'body' });
  for (const field of ['topics', 'bylines'] as const) {
    if (fields[field].length > storyLimits[field]) faults.push({ code: 'too-many', field });
    else if (fields[field].some((name) => isLonger(name, storyLimits.name)))
      faults.push({ code: 'too-long', field });
  }
  return faults;
}

/** What keeps a story from its readers (and from being filed): nothing to read, a picture nobody signed, captioned or described. */
export function faultsForReaders(
  fields: Pick<StoryFields, 'body' | 'pictureId' | 'pictureCaption' | 'pictureCredit' | 'pictureAlt'>,
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (fields.body === '') faults.push({ code: 'missing', field: 'body' });
  if (fields.pictureId !== null && fields.pictureAlt === '')
    faults.push({ code: 'missing', field: 'pictureAlt' });
  if (fields.pictureId !== null && fields.pictureCredit === '')
    faults.push({ code: 'missing', field: 'pictureCredit' });
  if (fields.pictureId !== null && fields.pictureCaption === '')
    faults.push({ code: 'missing', field: 'pictureCaption' });
  return faults;
}

/** Names out of one line: `খাল, নদী、পানি`. */
export function namesIn(line: string): string[] {
  return line.split(/[,،、;\n]/).filter((name) => name.trim() !== '');
}

/** Space folded, letters repaired. A note to readers, a name, a headline. */
export function oneLine(text: string): string {
  return normalise(text).replace(/\s+/gu, ' ').trim();
}

function manyLines(text: string): string {
  return normalise(text.replace(/\r\n?/g, '\n'))
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.map(oneLine).filter((name) => name !== ''))];
}

export function isLonger(text: string, max: number): boolean {
  // A letter has at least one character, so most texts need no counting.
  return text.length > max && countGraphemes(text) > max;
}
