import { nextUndoBatch, type QueueState } from '../queue-state';
import type { KeyCommand } from './key-command';

/** What a keyboard command does in a given state. The component carries it out. */
export type KeyEffect =
  | { type: 'move'; by: 1 | -1 }
  | { type: 'toggle'; id: number }
  | { type: 'submit'; entries: readonly (readonly [string, string])[] }
  | { type: 'open-reasons'; id: number }
  | { type: 'focus-bulk-reason' }
  | { type: 'open-answer'; id: number }
  | { type: 'open-ban' }
  | { type: 'undo'; batch: string }
  | { type: 'show-key-map' };

/** `staysListed`: the list keeps decided comments, so that keys decide nothing in it. Null: the command has no effect. */
export function keyEffect(command: KeyCommand, state: QueueState, staysListed: boolean): KeyEffect | null {
  const current = state.rows.find(({ id }) => id === state.currentId);
  const target = current ? `${current.id}:${current.version}` : '';
  const isDecidable = current && current.state !== 'withdrawn' && !staysListed;
  switch (command) {
    case 'next':
      return { type: 'move', by: 1 };
    case 'previous':
      return { type: 'move', by: -1 };
    case 'select':
      return state.currentId === null ? null : { type: 'toggle', id: state.currentId };
    case 'approve': {
      const isApprovable = isDecidable && current.state !== 'visible';
      // A visible comment with reports is approved once more: that closes the reports.
      if (!isApprovable && !current?.isReported) return null;
      return { type: 'submit', entries: [['approve', target]] };
    }
    case 'spam':
      if (!isDecidable || current.state === 'spam') return null;
      return { type: 'submit', entries: [['spam', target]] };
    case 'hide':
      return isDecidable ? { type: 'open-reasons', id: current.id } : null;
    case 'approveAll':
      return staysListed ? null : bulkDecision('approveChosen', state);
    case 'spamAll':
      return staysListed ? null : bulkDecision('spamChosen', state);
    case 'hideAll':
      return { type: 'focus-bulk-reason' };
    case 'answer':
      if (current?.state !== 'held' && current?.state !== 'visible') return null;
      return { type: 'open-answer', id: current.id };
    case 'ban':
      return { type: 'open-ban' };
    case 'pick':
      if (current?.state !== 'visible') return null;
      return { type: 'submit', entries: [[current.isPicked ? 'unpick' : 'pick', target]] };
    case 'undo':
      return { type: 'undo', batch: nextUndoBatch(state) };
    case 'map':
      return { type: 'show-key-map' };
  }
}

function bulkDecision(button: string, { rows, selected }: QueueState): KeyEffect | null {
  const chosen = rows.filter(({ id }) => selected.has(id));
  if (chosen.length === 0) return null;
  return {
    type: 'submit',
    entries: [...chosen.map(({ id, version }) => ['chosen', `${id}:${version}`] as const), [button, '1']],
  };
}
