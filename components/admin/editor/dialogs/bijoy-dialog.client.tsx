'use client';

import { Dialog } from './dialog.client';
import type { EditorDialogProps } from './editor-dialog-props';

/** Text typed for an old font, with a preview of the conversion. */
export function BijoyDialog({
  say,
  close,
  converted,
  useConverted,
  useAsIs,
}: EditorDialogProps & { converted: string; useConverted: () => void; useAsIs: () => void }) {
  return (
    <Dialog
      title={say('editor.bijoyFound')}
      say={say}
      close={close}
      done={{ label: say('editor.bijoyUse'), do: useConverted }}
      more={
        <button type="button" className="btn" onClick={useAsIs}>
          {say('editor.bijoyAsIs')}
        </button>
      }
    >
      <p className="hint">{say('editor.bijoyHint')}</p>
      <section
        className="p-3 overflow-y-auto border border-rule max-h-64 whitespace-pre-wrap"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and is to be scrolled by keyboard too
        tabIndex={0}
        aria-label={say('editor.preview')}
      >
        {converted.slice(0, 4000)}
      </section>
    </Dialog>
  );
}
