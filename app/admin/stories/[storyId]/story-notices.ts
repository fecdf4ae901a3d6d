import type { LabelKey } from '@/lib/site/labels';

/** The sentence above the story's page after a button has led to it anew, by what `?did=` names. */
export const storyNotices = {
  create: 'storyDesk.didCreate',
  save: 'storyDesk.didSave',
  file: 'storyDesk.didFile',
  publish: 'storyDesk.didPublish',
  lead: 'storyDesk.didLead',
  'off-front': 'storyDesk.didTakeOff',
  schedule: 'storyDesk.didSchedule',
  return: 'storyDesk.didReturn',
  'take-back': 'storyDesk.didTakeBack',
  retract: 'storyDesk.didRetract',
  restore: 'versions.didRestore',
  unbin: 'work.restored',
  'send-back': 'work.wasSentBack',
  'save-next': 'next.didSave',
  'file-next': 'next.didFile',
  'schedule-next': 'next.didSchedule',
  'apply-next': 'next.didApply',
  'drop-next': 'next.didDrop',
} as const satisfies Readonly<Record<string, LabelKey>>;

export type StoryNotice = keyof typeof storyNotices;

export function storyNoticeIn(did: unknown): LabelKey | null {
  const isKnown = typeof did === 'string' && Object.hasOwn(storyNotices, did);
  return isKnown ? storyNotices[did as StoryNotice] : null;
}

/** After these the form goes on with the next version, not with the published text. */
const onNextVersion: readonly StoryNotice[] = ['save-next', 'file-next', 'schedule-next'];

/** The story's page, with the notice above it. */
export function storyPageAfter(did: StoryNotice, storyId: number): `/admin/stories/${string}` {
  const query = onNextVersion.includes(did) ? '?next=1&' : '?';
  return `/admin/stories/${storyId}${query}did=${did}`;
}
