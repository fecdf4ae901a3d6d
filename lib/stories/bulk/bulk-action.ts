import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import { idIn, textOf } from '@/lib/forms/read-form';
import { done, type Result, refused } from '@/lib/result';
import { oneLine } from '../fields/tidy-text';

export const bulkKinds = [
  'section',
  'add-topic',
  'remove-topic',
  'assign',
  'close-comments',
  'open-comments',
  'publish',
  'schedule',
  'unpublish',
  'bin',
  'restore',
] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** The change to make to each selected story. */
export type BulkAction =
  | { kind: 'section'; section: string }
  | { kind: 'add-topic' | 'remove-topic'; topic: string }
  /** Null: unassigned. */
  | { kind: 'assign'; assigneeId: number | null }
  | { kind: 'schedule'; at: Date }
  | { kind: 'close-comments' | 'open-comments' | 'publish' | 'unpublish' | 'bin' | 'restore' };

/** A story as it was listed when it was selected. */
export interface Chosen {
  storyId: number;
  basedOn: number;
  assigneeId: number | null;
}

/** The value of a row's checkbox, `7:3:0`: story, version, assignee (0: none). */
export function chosenValue({ storyId, basedOn, assigneeId }: Chosen): string {
  return `${storyId}:${basedOn}:${assigneeId ?? 0}`;
}

/** Nobody selects more than one page of the list by hand. */
export const MOST_CHOSEN = 100;

export function chosenIn(form: FormData): Chosen[] {
  const chosen = form.getAll('chosen').flatMap((sent) => {
    const [, id = '', version = '', assignee = ''] = /^(\d+):(\d+):(\d+)$/.exec(String(sent)) ?? [];
    const [storyId, basedOn] = [idIn(id), idIn(version)];
    return storyId && basedOn ? [{ storyId, basedOn, assigneeId: idIn(assignee) }] : [];
  });
  return [...new Map(chosen.map((one) => [one.storyId, one])).values()].slice(0, MOST_CHOSEN);
}

/** The action requested by a form, or the field that is still missing. */
export function parseBulkAction(form: FormData): Result<BulkAction, 'no-action' | 'missing'> {
  const kind = bulkKinds.find((known) => known === textOf(form, 'deed'));
  switch (kind) {
    case undefined:
      return refused('no-action', 'deed');
    case 'section': {
      const section = textOf(form, 'toSection');
      return section === '' ? refused('missing', 'toSection') : done({ kind, section });
    }
    case 'add-topic':
    case 'remove-topic': {
      const topic = oneLine(textOf(form, 'ofTopic'));
      return topic === '' ? refused('missing', 'ofTopic') : done({ kind, topic });
    }
    case 'assign':
      return done({ kind, assigneeId: idIn(textOf(form, 'toMember')) });
    case 'schedule': {
      const at = dhakaTimeIn(textOf(form, 'at'));
      return at ? done({ kind, at }) : refused('missing', 'at');
    }
    default:
      return done({ kind });
  }
}
