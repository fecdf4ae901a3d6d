/** The localStorage key of the setting that turns the desk's single-key shortcuts off. */
export const KEYBOARD_SETTING = 'barta-desk-keys';

export function areDeskKeysOff(): boolean {
  try {
    return localStorage.getItem(KEYBOARD_SETTING) === 'off';
  } catch {
    return false;
  }
}

/** Whether a key pressed here is text input, not a shortcut. A checkbox takes no text. */
export function acceptsTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target.isContentEditable || target.closest('input, textarea, select, dialog') !== null;
}
