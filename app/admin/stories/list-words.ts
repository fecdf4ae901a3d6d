import { relativeTime } from '@barta/bengali/dates';
import type { BulkWords } from '@/components/admin/stories/list/bulk/bulk-action-fields';
import type { SavedViewWords } from '@/components/admin/stories/list/saved-view-forms';
import type { Say } from '@/lib/site/labels';
import { type BulkKind, bulkKinds } from '@/lib/stories/bulk/bulk-action';

const ofEditors: readonly BulkKind[] = ['assign'];
const ofPublishers: readonly BulkKind[] = ['publish', 'schedule', 'unpublish'];

/** What this member may do with many stories of the list at once; the bin has its own page. */
export function bulkActionsFor(permits: { edits: boolean; publishes: boolean }, say: Say) {
  return bulkKinds
    .filter((kind) => kind !== 'restore')
    .filter((kind) => permits.edits || !ofEditors.includes(kind))
    .filter((kind) => permits.publishes || !ofPublishers.includes(kind))
    .map((kind) => ({ value: kind, label: say(`bulk.action.${kind}`) }));
}

/** What the member can take back, and since when; null if there is nothing. */
export function lastSentence(
  last: { id: number; kind: BulkKind; at: Date; count: number } | null,
  say: Say,
  now: Date,
): { id: number; sentence: string } | null {
  if (!last) return null;
  const { id, kind, at, count } = last;
  const deed = say(`bulk.action.${kind}`);
  return { id, sentence: say('bulk.last', { when: relativeTime(at, now), deed, count }) };
}

export function bulkWords(say: Say): BulkWords {
  return {
    title: say('bulk.title'),
    none: say('bulk.none'),
    count: say('bulk.count'),
    action: say('bulk.action'),
    noAction: say('bulk.noAction'),
    go: say('bulk.do'),
    undo: say('bulk.undo'),
    refusals: say('bulk.refusals'),
    chooseAll: say('list.chooseAll'),
    toSection: say('bulk.toSection'),
    ofTopic: say('bulk.ofTopic'),
    toMember: say('bulk.toMember'),
    nobody: say('work.nobody'),
    at: say('bulk.at'),
    keys: [
      { keys: ['J', 'K'], words: say('keys.listMove') },
      { keys: ['Enter'], words: say('keys.listOpen') },
      { keys: ['X'], words: say('keys.listChoose') },
      { keys: ['⇧', 'X'], words: say('keys.listRange') },
      { keys: ['N'], words: say('admin.newStory') },
      { keys: ['/'], words: say('keys.search') },
      { keys: ['?'], words: say('keys.title') },
    ],
  };
}

export function viewWords(say: Say): SavedViewWords {
  return {
    title: say('views.title'),
    saveCurrent: say('views.save'),
    manage: say('views.manage'),
    name: say('views.name'),
    save: say('views.doSave'),
    rename: say('views.rename'),
    up: say('views.up'),
    down: say('views.down'),
    remove: say('views.remove'),
  };
}
