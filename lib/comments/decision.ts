import { idIn, textOf } from '@/lib/forms/read-form';

/** A comment as the moderator saw it. */
interface Target {
  commentId: number;
  basedOn: number;
}

export type Decision =
  | { verb: 'approve'; targets: Target[] }
  | { verb: 'hide'; targets: Target[]; reason: string }
  | { verb: 'none'; code: 'noneChosen' | 'noReason' };

/** More than a page of the queue can hold is not somebody's ticking. */
const MOST_AT_ONCE = 100;

/**
 * What the queue's form asks for. A button of one comment says `approve=12:3` or `hide=12:3:ad` (id, version,
 * reason); the bar below says `approveChosen` or `hideChosen` and means the ticked boxes, `chosen=12:3`.
 */
export function decisionIn(form: FormData): Decision {
  const approved = targetIn(textOf(form, 'approve'));
  if (approved) return { verb: 'approve', targets: [approved] };
  const hidden = targetIn(textOf(form, 'hide'));
  if (hidden) return { verb: 'hide', targets: [hidden], reason: textOf(form, 'hide').split(':')[2] ?? '' };

  const targets = form
    .getAll('chosen')
    .slice(0, MOST_AT_ONCE)
    .map((value) => targetIn(String(value)))
    .filter((target) => target !== null);
  if (targets.length === 0) return { verb: 'none', code: 'noneChosen' };
  if (form.has('approveChosen')) return { verb: 'approve', targets };
  const reason = textOf(form, 'reason');
  if (!form.has('hideChosen') || reason === '') return { verb: 'none', code: 'noReason' };
  return { verb: 'hide', targets, reason };
}

function targetIn(text: string): Target | null {
  const [id = '', version = ''] = text.split(':');
  const commentId = idIn(id);
  const basedOn = idIn(version);
  return commentId && basedOn ? { commentId, basedOn } : null;
}
