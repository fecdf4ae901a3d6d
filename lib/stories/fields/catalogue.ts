import type { StoryField } from './field';
import { bylines } from './filing/bylines';
import { comments, commentsUntil } from './filing/comments';
import { district, districts } from './filing/districts';
import { form } from './filing/form';
import { sections } from './filing/other-sections';
import { section } from './filing/section';
import { topics } from './filing/topics';
import { audio, audioSeconds } from './media/audio';
import { pictureAlt, pictureCaption, pictureCredit, pictureId } from './media/lead-picture';
import { video, videoSeconds } from './media/video';
import { canonicalSource } from './search/canonical-source';
import { seoDescription } from './search/seo-description';
import { seoTitle } from './search/seo-title';
import { body } from './writing/body';
import { dateline } from './writing/dateline';
import { headline } from './writing/headline';
import { kicker } from './writing/kicker';
import { shortHeadline } from './writing/short-headline';
import { standfirst } from './writing/standfirst';

/** All editable fields of a story, in the order in which they are validated, merged and shown. */
export const catalogue = {
  section,
  kicker,
  headline,
  shortHeadline,
  form,
  standfirst,
  dateline,
  body,
  topics,
  bylines,
  district,
  districts,
  sections,
  pictureId,
  pictureAlt,
  pictureCredit,
  pictureCaption,
  comments,
  commentsUntil,
  audio,
  video,
  audioSeconds,
  videoSeconds,
  canonicalSource,
  seoTitle,
  seoDescription,
};

type ValueOf<Field> = Field extends StoryField<infer Value, infer _> ? Value : never;

/** The values of a story's fields, as entered. */
export type StoryFields = { [Name in keyof typeof catalogue]: ValueOf<(typeof catalogue)[Name]> };
export type FieldName = keyof StoryFields;

const byName: Readonly<Record<FieldName, StoryField<unknown, StoryFields>>> = catalogue;

/** The catalogue as a list. */
export const storyFields = Object.entries(byName) as readonly (readonly [
  FieldName,
  StoryField<unknown, StoryFields>,
])[];

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(catalogue, name);
}

/** One value per field of the catalogue. */
export function eachField(
  fill: (field: StoryField<unknown, StoryFields>, name: FieldName) => unknown,
): StoryFields {
  return Object.fromEntries(storyFields.map(([name, field]) => [name, fill(field, name)])) as StoryFields;
}

/** The field values of an empty story. */
export const emptyFields: Readonly<StoryFields> = eachField(({ empty }) => empty);

/** The field's name for people. */
export function fieldLabel(name: FieldName) {
  return catalogue[name].label;
}
