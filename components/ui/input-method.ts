/**
 * Whether a key press belongs to the input method, such as the Enter that accepts its suggestion. Safari has ended the
 * composition by then and marks the event by key code 229 alone.
 */
export function isOfInputMethod({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}
