/** Where the device keeps whether single keys act on the desk. */
export const KEYS_KEPT = 'barta-desk-keys';

export function areDeskKeysOff(): boolean {
  try {
    return localStorage.getItem(KEYS_KEPT) === 'off';
  } catch {
    return false;
  }
}

/** Letters are letters there. A box that is ticked takes none. */
export function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target.isContentEditable || target.closest('input, textarea, select, dialog') !== null;
}
