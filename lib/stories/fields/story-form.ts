import { formatDuration, parseDuration } from '@barta/bengali/durations';
import { storyForms } from '@/db/schema';
import { dhakaTimeIn, dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { idIn, textOf } from '@/lib/forms/read-form';
import { documentFromTyped, hasUntypedBlocks, namesBlocks } from '../body/notation/document-notation';
import { readDocument } from '../body/parse-document';
import { namesIn, type StoryFields } from './story-fields';

/** The story's form, read. A picture that is no number is one that nobody has, and is refused as such. */
export function typedStory(form: FormData): StoryFields {
  const picture = textOf(form, 'pictureId');
  return {
    section: textOf(form, 'section'),
    kicker: textOf(form, 'kicker'),
    headline: textOf(form, 'headline'),
    shortHeadline: textOf(form, 'shortHeadline'),
    form: storyForms.find((known) => known === textOf(form, 'form')) ?? 'report',
    standfirst: textOf(form, 'standfirst'),
    ...typedBody(form),
    topics: namesIn(textOf(form, 'topics')),
    bylines: namesIn(textOf(form, 'bylines')),
    district: textOf(form, 'district'),
    districts: namesIn(textOf(form, 'districts')),
    sections: namesIn(textOf(form, 'sections')),
    audio: textOf(form, 'audio'),
    video: textOf(form, 'video'),
    audioSeconds: typedSeconds(textOf(form, 'audioSeconds')),
    videoSeconds: typedSeconds(textOf(form, 'videoSeconds')),
    canonicalSource: textOf(form, 'canonicalSource'),
    seoTitle: textOf(form, 'seoTitle'),
    seoDescription: textOf(form, 'seoDescription'),
    pictureId: picture === '' ? null : (idIn(picture) ?? -1),
    pictureCaption: textOf(form, 'pictureCaption'),
    pictureCredit: textOf(form, 'pictureCredit'),
    pictureAlt: textOf(form, 'pictureAlt'),
    comments: textOf(form, 'comments') === 'closed' ? 'closed' : 'open',
    commentsUntil:
      textOf(form, 'comments') === 'until' ? (dhakaTimeIn(textOf(form, 'commentsUntil')) ?? 'no-time') : null,
  };
}

/**
 * With script the form sends a document and no `body`. Without, it sends what was typed, and beside it the document
 * that the text was made from if that has blocks which a text can only name.
 */
function typedBody(form: FormData): Pick<StoryFields, 'body' | 'bodyDoc'> {
  const body = textOf(form, 'body');
  // An empty text beside a document is a form that never showed it, and no wish to empty it.
  const isTyped =
    typeof form.get('body') === 'string' && (body.trim() !== '' || textOf(form, 'bodyDoc') === '');
  if (isTyped && !namesBlocks(body)) return { body, bodyDoc: null };

  const sent = readDocument(textOf(form, 'bodyDoc'));
  if (!sent.ok) return { body, bodyDoc: sent.code };
  if (!isTyped) return { body: '', bodyDoc: sent.value };
  const whole = documentFromTyped(body, sent.value);
  return { body, bodyDoc: whole.ok ? whole.value : whole.code };
}

/** The same fields as the form shows them. */
export function shownStory(fields: StoryFields): Record<string, string> {
  return {
    section: fields.section,
    kicker: fields.kicker,
    headline: fields.headline,
    shortHeadline: fields.shortHeadline,
    form: fields.form,
    standfirst: fields.standfirst,
    body: fields.body,
    bodyDoc: shownDocument(fields.bodyDoc),
    topics: fields.topics.join(', '),
    bylines: fields.bylines.join(', '),
    district: fields.district,
    districts: fields.districts.join(', '),
    sections: fields.sections.join(', '),
    audio: fields.audio,
    video: fields.video,
    audioSeconds: shownSeconds(fields.audioSeconds),
    videoSeconds: shownSeconds(fields.videoSeconds),
    canonicalSource: fields.canonicalSource,
    seoTitle: fields.seoTitle,
    seoDescription: fields.seoDescription,
    pictureId: fields.pictureId === null ? '' : String(fields.pictureId),
    pictureCaption: fields.pictureCaption,
    pictureCredit: fields.pictureCredit,
    pictureAlt: fields.pictureAlt,
    comments: fields.commentsUntil === null ? fields.comments : 'until',
    commentsUntil: fields.commentsUntil instanceof Date ? dhakaTimeOf(fields.commentsUntil) : '',
  };
}

/** `''` where the typed text says it all, so that the form is not twice as long. */
function shownDocument(document: StoryFields['bodyDoc']): string {
  if (document === null || typeof document === 'string' || !hasUntypedBlocks(document)) return '';
  return JSON.stringify(document);
}

function typedSeconds(text: string): StoryFields['audioSeconds'] {
  return text.trim() === '' ? null : (parseDuration(text) ?? 'no-duration');
}

function shownSeconds(seconds: StoryFields['audioSeconds'] | undefined): string {
  return typeof seconds === 'number' ? formatDuration(seconds) : '';
}
