import type { ModerationState } from '@/lib/forms/moderation-state';
import type { QueueAction, QueueMessage } from './queue-state';

/** The ids of the comments that a form decides, by the button it was sent with. */
export function decidedIds(data: FormData): number[] {
  const single = ['approve', 'hide', 'spam'].map((name) => data.get(name)).find((value) => value !== null);
  const isBulk =
    data.has('approveChosen') ||
    data.has('spamChosen') ||
    (data.has('hideChosen') && data.get('reason') !== '');
  const targets = single ? [single] : isBulk ? data.getAll('chosen') : [];
  return targets.map((target) => Number(String(target).split(':')[0])).filter((id) => id > 0);
}

/** A bulk button without a ticked comment or a reason: the server says what is missing. */
export function isIncompleteBulk(button: string | null | undefined, data: FormData): boolean {
  return /Chosen$/.test(button ?? '') && decidedIds(data).length === 0;
}

/** The messages of an answer; `withUndo` adds the button that takes the decision back. */
export function messagesOf(answer: ModerationState, withUndo: boolean): QueueMessage[] {
  const late = (answer.late ?? []).map(({ sentence }) => ({ kind: 'refused' as const, text: sentence }));
  if (!answer.notice) return late;
  const batch = withUndo && answer.batch ? { batch: answer.batch } : {};
  return [...late, { ...answer.notice, ...batch }];
}

/** What the answer to an undo changes in the list. */
export function undoneAction(answer: ModerationState): QueueAction {
  return {
    type: 'decision-undone',
    batch: answer.batch ?? '',
    settled: answer.settled ?? [],
    messages: messagesOf(answer, false),
  };
}

/** What the answer to a decision changes in the list; null if it says that nothing was decided. */
export function settledAction(token: string, answer: ModerationState): QueueAction | null {
  if (!answer.settled && !answer.late) return null;
  return {
    type: 'decision-settled',
    token,
    batch: answer.batch ?? '',
    settled: answer.settled ?? [],
    late: (answer.late ?? []).map(({ id }) => id),
    messages: messagesOf(answer, true),
  };
}

/** What the answer to a pick, or to closing or opening a discussion, changes in the list. */
export function changedActions(answer: ModerationState, isPicked: boolean): QueueAction[] {
  return [
    { type: 'show-messages', messages: messagesOf(answer, false) },
    ...(answer.settled ?? []).map(
      ({ id, version }): QueueAction => ({ type: 'patch', id, row: { version, isPicked } }),
    ),
  ];
}
