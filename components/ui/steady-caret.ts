/** A hasanta, with what may stand behind it in a conjunct that is shown open. */
const ENDS_IN_HASANTA = /\u09CD[\u200C\u200D]?$/;
const BENGALI_LETTER = /^[\u0985-\u09B9\u09CE\u09DC-\u09E1\u09F0\u09F1]/;

/**
 * Whether a browser draws the caret past the letter that follows, were `typed` put between `before` and `after`.
 * Chromium moves a caret that stands inside a grapheme to its end, and a hasanta makes one grapheme of the letters at
 * its two sides (Unicode 15.1, GB9c): of বৃষ্টি, typed in front of মিতু, it makes বৃষ্মিটিতু.
 */
export function isDrawnPast(before: string, inserted: string, after: string): boolean {
  return (
    BENGALI_LETTER.test(after) && (ENDS_IN_HASANTA.test(before + inserted) || ENDS_IN_HASANTA.test(before))
  );
}

/** As long as a grapheme may sensibly be. */
const NEAR = 24;

/** Types in the plain fields of a page where the caret stands, and not where the browser would draw it. */
export function steadyCarets(page: Document, signal?: AbortSignal): void {
  // Firefox has it since 125; its carets stand where they are drawn.
  if (!('Segmenter' in Intl)) return;
  const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' });
  const lengths = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment.length);
  page.addEventListener(
    'beforeinput',
    (event) => {
      const field = event.target;
      const { data, inputType, isComposing } = event;
      if (inputType !== 'insertText' || !data || isComposing) return;
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
      const { value, selectionStart: at, selectionEnd } = field;
      if (at === null || at !== selectionEnd) return;
      const before = value.slice(0, at);
      const after = value.slice(at);
      if (!isDrawnPast(before, data, after)) return;
      if (field.maxLength >= 0 && value.length + data.length > field.maxLength) return;
      event.preventDefault();
      // The graphemes at both sides are written anew: so the browser can undo it, as it cannot `setRangeText`.
      const start = at - (lengths(before.slice(-NEAR)).at(-1) ?? 0);
      const end = at + (lengths(after.slice(0, NEAR))[0] ?? 0);
      field.setSelectionRange(start, end);
      page.execCommand('insertText', false, value.slice(start, at) + data + value.slice(at, end));
      field.setSelectionRange(at + data.length, at + data.length);
    },
    signal ? { signal } : {},
  );
}
