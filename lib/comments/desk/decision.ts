import { idIn, textOf } from '@/lib/forms/read-form';
import type { Target, Verdict } from './decide-comments';
import type { Undo } from './undo-decisions';

export type Decision =
  | { verb: 'decide'; verdict: Verdict; targets: Target[]; reason: string }
  | { verb: 'pick'; target: Target; isPick: boolean }
  | { verb: 'discussion'; storyId: number; to: 'open' | 'closed' }
  | { verb: 'undo'; undo: Undo }
  | { verb: 'none'; code: 'noneChosen' | 'noReason' };

/** More than a morning's queue is not somebody's ticking. */
const MOST_AT_ONCE = 1_000;

/**
 * What the queue's form asks for. A button of one comment says `approve=12:3`, `spam=12:3` or `hide=12:3:ad` (id,
 * version, reason); the bar below says `approveChosen`, `spamChosen` or `hideChosen` and means the ticked boxes,
 * `chosen=12:3`. Besides: `pick=12:3`, `unpick=12:3`, `discussion=7:closed`, `undo=last`, `undo=<batch>`, `undo=#5`.
 */
export function decisionIn(form: FormData): Decision {
  return (
    undoIn(textOf(form, 'undo')) ??
    discussionIn(textOf(form, 'discussion')) ??
    pickIn(form) ??
    oneIn(form) ??
    chosenIn(form)
  );
}

function undoIn(text: string): Decision | null {
  if (text === 'last') return { verb: 'undo', undo: 'last' };
  const actionId = text.startsWith('#') ? idIn(text.slice(1)) : null;
  if (actionId) return { verb: 'undo', undo: { actionId } };
  return /^[0-9a-f-]{36}$/.test(text) ? { verb: 'undo', undo: { batch: text } } : null;
}

function discussionIn(text: string): Decision | null {
  const [id = '', to] = text.split(':');
  const storyId = idIn(id);
  return storyId && (to === 'open' || to === 'closed') ? { verb: 'discussion', storyId, to } : null;
}

function pickIn(form: FormData): Decision | null {
  const picked = targetIn(textOf(form, 'pick'));
  if (picked) return { verb: 'pick', target: picked, isPick: true };
  const unpicked = targetIn(textOf(form, 'unpick'));
  return unpicked && { verb: 'pick', target: unpicked, isPick: false };
}

function oneIn(form: FormData): Decision | null {
  for (const verdict of ['approve', 'hide', 'spam'] as const) {
    const target = targetIn(textOf(form, verdict));
    const reason = textOf(form, verdict).split(':')[2] ?? '';
    if (target) return { verb: 'decide', verdict, targets: [target], reason };
  }
  return null;
}

function chosenIn(form: FormData): Decision {
  const targets = form
    .getAll('chosen')
    .slice(0, MOST_AT_ONCE)
    .map((value) => targetIn(String(value)))
    .filter((target) => target !== null);
  if (targets.length === 0) return { verb: 'none', code: 'noneChosen' };
  if (form.has('approveChosen')) return { verb: 'decide', verdict: 'approve', targets, reason: '' };
  if (form.has('spamChosen')) return { verb: 'decide', verdict: 'spam', targets, reason: '' };
  const reason = textOf(form, 'reason');
  if (!form.has('hideChosen') || reason === '') return { verb: 'none', code: 'noReason' };
  return { verb: 'decide', verdict: 'hide', targets, reason };
}

function targetIn(text: string): Target | null {
  const [id = '', version = ''] = text.split(':');
  const commentId = idIn(id);
  const basedOn = idIn(version);
  return commentId && basedOn ? { commentId, basedOn } : null;
}
