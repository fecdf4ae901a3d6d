'use server';

import { getDb } from '@/db/client';
import type { BulkState } from '@/lib/forms/bulk-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { chosenIn, parseBulkAction } from '@/lib/stories/bulk/bulk-action';
import { type BulkOutcome, type BulkRefusal, changeMany } from '@/lib/stories/bulk/change-many';
import { undoMany, undoMinutes } from '@/lib/stories/bulk/undo-many';
import { refusalSentence } from '@/lib/stories/for-desk/refusal-sentence';

/** One action for all stories that are ticked, or the last such action taken back. */
export async function changeStories(_: BulkState, form: FormData): Promise<BulkState> {
  const ticked = form.getAll('chosen').map(String);
  const answer = await asStaff<BulkState>('write-story', form, (actor) => change(actor, form, ticked));
  return answer.notice?.kind === 'refused' ? { chosen: ticked, ...answer } : answer;
}

async function change(actor: StaffMember, form: FormData, ticked: readonly string[]): Promise<BulkState> {
  const { say } = await readSite();
  const undone = idIn(textOf(form, 'undo'));
  if (undone !== null) return undo(undone, actor, say);

  const refused = (text: string, field?: string): BulkState => ({
    values: fieldsIn(form),
    chosen: ticked,
    errors: field ? { [field]: text } : {},
    ...(field ? {} : { notice: { kind: 'refused', text } }),
  });
  const chosen = chosenIn(form);
  if (chosen.length === 0) return refused(say('bulk.none-chosen'));
  const action = parseBulkAction(form);
  if (!action.ok) return refused(say(`bulk.${action.code}`), action.field);

  const outcome = await changeMany(getDb(), actor, { chosen, action: action.value });
  if (!outcome.ok)
    return refused(say(outcome.code === 'forbidden' ? 'admin.noPermission' : 'bulk.none-chosen'));
  const { bulkId, done, same, refused: left } = outcome.value;
  const values = { deed: say(`bulk.action.${action.value.kind}`), done, left: left.length };
  const summary = say(left.length > 0 ? 'bulk.didSome' : 'bulk.didAll', values);
  return {
    ...answered(summary + (same > 0 ? ` ${say('bulk.alreadySo', { count: same })}` : ''), left, say),
    ...(bulkId !== null && { undo: bulkId }),
  };
}

async function undo(bulkId: number, actor: StaffMember, say: Say): Promise<BulkState> {
  const outcome = await undoMany(getDb(), actor, { bulkId });
  if (!outcome.ok) {
    const text =
      outcome.code === 'forbidden'
        ? say('admin.noPermission')
        : say('bulk.nothing-to-undo', { minutes: undoMinutes });
    return { values: {}, errors: {}, notice: { kind: 'refused', text } };
  }
  const { done, refused: left } = outcome.value;
  return answered(
    say(left.length > 0 ? 'bulk.undidSome' : 'bulk.undidAll', { done, left: left.length }),
    left,
    say,
  );
}

function answered(text: string, left: readonly BulkOutcome[], say: Say): BulkState {
  return {
    values: {},
    errors: {},
    notice: { kind: 'done', text },
    refusals: left.map(({ storyId, headline, code, field }) => ({
      id: storyId,
      headline: headline || say('storyDesk.storyNumber', { id: String(storyId) }),
      sentence: sentenceFor(say, code, field),
    })),
  };
}

function sentenceFor(say: Say, code: BulkRefusal, field: string | undefined): string {
  const short = shortSentences[code];
  return short && field === undefined ? say(short) : refusalSentence(say, code, field);
}

/** Shorter than in the story's own form, for a list of many. */
const shortSentences: { readonly [Code in BulkRefusal]?: LabelKey } = {
  stale: 'bulk.why.stale',
  forbidden: 'bulk.why.forbidden',
  'not-found': 'bulk.why.not-found',
  'wrong-state': 'bulk.why.wrong-state',
};
