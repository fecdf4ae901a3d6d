import type { LeadRefusal } from '@/lib/fronts/lead-with';
import type { LabelKey, Say } from '@/lib/site/labels';
import type { BulkRefusal } from '../bulk/change-many';
import { storyLimits } from '../fields/check-fields';
import type { CreateStoryRefusal } from '../workflow/create-story';
import type { ApplyNextRefusal } from '../workflow/next-version';
import type { TakeBackRefusal } from '../workflow/take-back-story';

/** Every code with which a button of the story's form, or a bulk change, can be refused. */
export type StoryRefusal =
  | CreateStoryRefusal
  | TakeBackRefusal
  | ApplyNextRefusal
  | BulkRefusal
  | LeadRefusal;

type FieldSentence = (say: Say, field?: string) => string;

/** The sentence for a refusal; `field` is the form field at which it is shown, if it names one. */
export function refusalSentence(say: Say, code: StoryRefusal, field?: string): string {
  const sentence: LabelKey | FieldSentence = sentences[code];
  return typeof sentence === 'string' ? say(sentence) : sentence(say, field);
}

const sentences = {
  forbidden: 'admin.noPermission',
  'not-found': 'storyDesk.notFound',
  'wrong-state': 'storyDesk.wrongState',
  'no-story': 'storyDesk.wrongState',
  stale: 'storyDesk.stale',
  'not-ahead': 'storyDesk.timeNotAhead',
  conflict: 'next.conflict',
  'in-other-hands': 'storyDesk.inOtherHands',
  missing: (say, field = '') => say(missing[field] ?? 'form.required'),
  'too-many': (say, field = '') => say('storyDesk.tooMany', { max: limitOf(field) }),
  'too-long': (say, field = '') =>
    nameFields.includes(field)
      ? say('storyDesk.nameTooLong', { max: storyLimits.name })
      : say('storyDesk.tooLong', { max: limitOf(field) }),
  unknown: (say, field) =>
    say(field === 'sections' || field === 'districts' ? 'editor.unknownNames' : 'storyDesk.unknownChoice'),
  'wrong-kind': (say, field) => say(field === 'audio' ? 'media.notASound' : 'media.notAFilm'),
  'no-address': 'editor.noAddress',
  'no-duration': 'media.noDuration',
  'working-title': 'storyDesk.workingTitle',
  undescribed: 'media.undescribed',
  malformed: 'editor.bodyMalformed',
  'unknown-block': 'editor.bodyUnknownBlock',
  'too-large': 'editor.bodyTooLarge',
  'too-deep': 'editor.bodyTooDeep',
} as const satisfies Record<StoryRefusal, LabelKey | FieldSentence>;

const missing: Readonly<Record<string, LabelKey>> = {
  headline: 'form.headlineRequired',
  section: 'form.sectionRequired',
  body: 'storyDesk.bodyMissing',
  pictureAlt: 'storyDesk.altMissing',
  pictureCaption: 'storyDesk.captionMissing',
  pictureCredit: 'storyDesk.creditMissing',
  retractionNote: 'storyDesk.noteMissing',
  scheduledAt: 'storyDesk.timeMissing',
  commentsUntil: 'storyDesk.timeMissing',
};

/** Fields that hold several names, each with a limit of its own. */
const nameFields: readonly string[] = ['topics', 'bylines', 'sections', 'districts'];

function limitOf(field: string): number {
  const limits: Readonly<Record<string, number>> = storyLimits;
  return limits[field] ?? 0;
}
