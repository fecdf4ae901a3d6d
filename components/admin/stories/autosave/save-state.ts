import type { AutosaveResult } from './send-autosave';

/** Where the typed text is saved. */
export interface SaveState {
  /** `nowhere`: neither the server nor the browser could take it. */
  at: 'server' | 'browser' | 'nowhere';
  /** Why it is not on the server. */
  because: Exclude<AutosaveResult, 'saved'> | null;
  when: Date;
  /** A save was pressed that could not be sent yet: it is sent by itself once the server answers. */
  waits: boolean;
}

/** After an autosave; `isStored`: the browser has the text. */
export function saveStateAfter(
  result: AutosaveResult,
  { isStored, waits }: { isStored: boolean; waits: boolean },
): SaveState {
  if (result === 'saved') return { at: 'server', because: null, when: new Date(), waits };
  return { at: isStored ? 'browser' : 'nowhere', because: result, when: new Date(), waits };
}
