/**
 * Whether a key belongs to the input method that letters are put together with, as the Enter that takes what it offers.
 * Safari has ended the composition by then, and tells it by the number alone that such keys have everywhere.
 */
export function isOfInputMethod({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}
