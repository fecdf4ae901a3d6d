import type { LabelKey, Say } from '@/lib/site/labels';
import { storyLimits } from '../fields/check-fields';

/** What a person is told of a refusal; at its field if it names one. */
export function refusalSentence(say: Say, code: string, field?: string): string {
  if (field !== undefined && code === 'missing') return say(missing[field] ?? 'form.required');
  if (field !== undefined && code === 'too-many') return say('storyDesk.tooMany', { max: limitOf(field) });
  if (field !== undefined && code === 'too-long') {
    const isList = ['topics', 'bylines', 'sections', 'districts'].includes(field);
    if (isList) return say('storyDesk.nameTooLong', { max: storyLimits.name });
    return say('storyDesk.tooLong', { max: limitOf(field) });
  }
  const unreadable = unreadables[code];
  if (unreadable) return say(unreadable);
  if (code === 'no-address') return say('editor.noAddress');
  if (code === 'wrong-kind') return say(field === 'audio' ? 'media.notASound' : 'media.notAFilm');
  if (code === 'no-duration') return say('media.noDuration');
  if (code === 'working-title') return say('storyDesk.workingTitle');
  if (code === 'undescribed') return say('media.undescribed');
  if (code === 'unknown' && (field === 'sections' || field === 'districts'))
    return say('editor.unknownNames');
  if (code === 'unknown') return say('storyDesk.unknownChoice');
  return say(whole[code] ?? 'form.serverError');
}

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

const unreadables: Readonly<Record<string, LabelKey>> = {
  malformed: 'editor.bodyMalformed',
  'unknown-block': 'editor.bodyUnknownBlock',
  'too-large': 'editor.bodyTooLarge',
  'too-deep': 'editor.bodyTooDeep',
};

const whole: Readonly<Record<string, LabelKey>> = {
  forbidden: 'admin.noPermission',
  'not-found': 'storyDesk.notFound',
  'wrong-state': 'storyDesk.wrongState',
  'no-story': 'storyDesk.wrongState',
  stale: 'storyDesk.stale',
  'not-ahead': 'storyDesk.timeNotAhead',
  conflict: 'next.conflict',
  'in-other-hands': 'storyDesk.inOtherHands',
};

function limitOf(field: string): number {
  const limits: Readonly<Record<string, number>> = storyLimits;
  return limits[field] ?? 0;
}
