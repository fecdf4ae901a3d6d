import { countGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';
import type { StoryForm } from '@/db/schema';
import { kindPlayedHere } from '@/lib/media/media-file';
import type { StoryDocument } from '../body/document';
import { safeAddress } from '../body/notation/body-from-notation';
import { typedFromDocument } from '../body/notation/document-notation';
import type { DocumentFault } from '../body/parse-document';
import { tidyDocument } from '../body/tidy-document';

/** What is typed of a story. Topics and bylines by name, section by slug, district by code (`''` = none). */
export interface StoryFields {
  section: string;
  kicker: string;
  headline: string;
  /** For slots where the headline is too long; `''`: the headline. */
  shortHeadline: string;
  form: StoryForm;
  standfirst: string;
  /** In the notation of `storyBody`; of a document, what `typedFromDocument` makes of it. */
  body: string;
  /** The body as blocks, null where the typed text is all there is; or why what was sent is no document. */
  bodyDoc: StoryDocument | DocumentFault | null;
  topics: readonly string[];
  bylines: readonly string[];
  /** The first of its districts. */
  district: string;
  /** The others, by name. */
  districts: readonly string[];
  /** Sections that list it besides its home, by name. */
  sections: readonly string[];
  pictureId: number | null;
  pictureCaption: string;
  pictureCredit: string;
  pictureAlt: string;
  comments: 'open' | 'closed';
  /** Open only so long; `'no-time'`: so it is wished, and no time was given. */
  commentsUntil: Date | 'no-time' | null;
  /** Addresses: a file of ours, or a page elsewhere. */
  audio: string;
  video: string;
  /** How long they last; `'no-duration'`: what was typed is no length of time. */
  audioSeconds: number | 'no-duration' | null;
  videoSeconds: number | 'no-duration' | null;
  /** Where it first stood, if not here. */
  canonicalSource: string;
  seoTitle: string;
  seoDescription: string;
}

/** What a story has that says nothing more: for those that come from a file. */
export const unsaid = {
  shortHeadline: '',
  form: 'report',
  districts: [],
  sections: [],
  bodyDoc: null,
  commentsUntil: null,
  audio: '',
  video: '',
  audioSeconds: null,
  videoSeconds: null,
  canonicalSource: '',
  seoTitle: '',
  seoDescription: '',
} as const satisfies Partial<StoryFields>;

export interface FieldFault {
  code:
    | 'missing'
    | 'too-long'
    | 'too-many'
    | 'unknown'
    | 'no-address'
    | 'wrong-kind'
    | 'no-duration'
    | 'undescribed'
    | 'working-title'
    | DocumentFault;
  field: keyof StoryFields;
}

/** Letters as a reader counts them; the body in characters, since that is what is stored and sanitised. */
export const storyLimits = {
  kicker: 60,
  headline: 200,
  shortHeadline: 80,
  standfirst: 500,
  body: 400_000,
  pictureCaption: 500,
  pictureCredit: 120,
  pictureAlt: 300,
  audio: 500,
  video: 500,
  canonicalSource: 500,
  seoTitle: 120,
  seoDescription: 320,
  retractionNote: 1000,
  /** Of one topic or byline, and how many of them. */
  name: 60,
  topics: 20,
  bylines: 8,
  sections: 6,
  districts: 12,
} as const;

/** The fields as they are stored: letters repaired, space at the ends and doubled names gone. */
export function tidyFields(typed: StoryFields): StoryFields {
  return {
    ...typed,
    section: typed.section.trim(),
    kicker: oneLine(typed.kicker),
    headline: oneLine(typed.headline),
    shortHeadline: oneLine(typed.shortHeadline),
    standfirst: oneLine(typed.standfirst),
    ...tidyBody(typed),
    topics: distinct(typed.topics),
    bylines: distinct(typed.bylines),
    district: typed.district.trim(),
    districts: distinct(typed.districts),
    sections: distinct(typed.sections),
    audio: typed.audio.trim(),
    video: typed.video.trim(),
    canonicalSource: typed.canonicalSource.trim(),
    seoTitle: oneLine(typed.seoTitle),
    seoDescription: oneLine(typed.seoDescription),
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

  for (const field of [
    'kicker',
    'headline',
    'shortHeadline',
    'standfirst',
    'pictureCaption',
    'pictureCredit',
    'pictureAlt',
    'seoTitle',
    'seoDescription',
    'audio',
    'video',
    'canonicalSource',
  ] as const) {
    if (isLonger(fields[field], storyLimits[field])) faults.push({ code: 'too-long', field });
  }
  if (typeof fields.bodyDoc === 'string') faults.push({ code: fields.bodyDoc, field: 'body' });
  if (fields.body.length > storyLimits.body) faults.push({ code: 'too-long', field: 'body' });
  for (const field of ['audio', 'video', 'canonicalSource'] as const) {
    if (fields[field] !== '' && !isAddress(fields[field])) faults.push({ code: 'no-address', field });
  }
  for (const field of ['audio', 'video'] as const) {
    if (isFileOfOurs(fields[field]) && kindPlayedHere(fields[field]) !== field)
      faults.push({ code: 'wrong-kind', field });
  }
  for (const field of ['audioSeconds', 'videoSeconds'] as const) {
    if (fields[field] === 'no-duration') faults.push({ code: 'no-duration', field });
  }
  if (fields.commentsUntil === 'no-time') faults.push({ code: 'missing', field: 'commentsUntil' });
  for (const field of ['topics', 'bylines', 'districts', 'sections'] as const) {
    if (fields[field].length > storyLimits[field]) faults.push({ code: 'too-many', field });
    else if (fields[field].some((name) => isLonger(name, storyLimits.name)))
      faults.push({ code: 'too-long', field });
  }
  return faults;
}

type ForReaders =
  | 'section'
  | 'form'
  | 'body'
  | 'video'
  | 'pictureId'
  | 'pictureCaption'
  | 'pictureCredit'
  | 'pictureAlt';

/**
 * What keeps a story from its readers (and from being filed): no section, nothing to read or see, a picture nobody
 * signed, captioned or described. The body's own pictures are looked at in `body-pictures.ts`.
 */
export function faultsForReaders(fields: Pick<StoryFields, ForReaders>): FieldFault[] {
  const faults: FieldFault[] = [];
  if (fields.section === '') faults.push({ code: 'missing', field: 'section' });
  const isFilm = fields.form === 'video' && fields.video !== '';
  // A film says it by itself; a live story is told by its posts.
  if (fields.body === '' && !isFilm && fields.form !== 'live')
    faults.push({ code: 'missing', field: 'body' });
  if (fields.pictureId !== null && fields.pictureAlt === '')
    faults.push({ code: 'missing', field: 'pictureAlt' });
  if (fields.pictureId !== null && fields.pictureCredit === '')
    faults.push({ code: 'missing', field: 'pictureCredit' });
  if (fields.pictureId !== null && fields.pictureCaption === '')
    faults.push({ code: 'missing', field: 'pictureCaption' });
  return faults;
}

function isFileOfOurs(address: string): boolean {
  return address.startsWith('/media/');
}

/** Of the web, or a path of our own. */
function isAddress(text: string): boolean {
  const address = /\s/.test(text) ? null : safeAddress(text);
  return address !== null && /^(?:https?:\/\/|\/(?![/\\]))/.test(address.href);
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
