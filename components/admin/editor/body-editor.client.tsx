'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { TextArea } from '@/components/ui/text-area.client';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import type { KnownPicture } from './editor-context';
import type { RichEditorProps } from './rich-editor.client';

interface BodyEditorProps {
  /** The body in the typed notation, as stored or as sent. */
  typed: string;
  /** What the typed text is bound to if it names blocks: JSON, else `''`. */
  base: string;
  /** The same body as blocks. */
  document: DocumentJson;
  pictures: readonly KnownPicture[];
  error: string | undefined;
  /** The picture that the error is about, if it is about one. */
  undescribed: { pictureId: number | null } | undefined;
  isEditable: boolean;
  /** What was sent stands in the text and nowhere else, as after a refusal without script: it is not replaced. */
  wasTyped: boolean;
}

/** Asked for as soon as this script is read, and not when the form is React's: on a slow machine that is much later. */
const coming =
  typeof window === 'undefined'
    ? null
    : import('./rich-editor.client').catch((): null => {
        // Without it the text is edited as without script.
        return null;
      });

/**
 * The body: a text that any browser can edit, and with script, once it is there, the editor in its place. Exactly one
 * of the two is sent: `body`, or `bodyDoc` alone.
 */
export function BodyEditor({
  typed,
  base,
  document: stored,
  pictures,
  error,
  undescribed,
  isEditable,
  wasTyped,
}: BodyEditorProps) {
  const say = useSay();
  const inLibrary = undescribed?.pictureId != null && (
    <a className="btn" href={`/admin/pictures/${undescribed.pictureId}`} target="_blank" rel="noopener">
      {say('media.describeInLibrary')}
    </a>
  );
  const box = useRef<HTMLDivElement>(null);
  const [Rich, setRich] = useState<ComponentType<RichEditorProps> | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);

  useEffect(() => {
    if (!isEditable || wasTyped) return;
    let isHere = true;
    coming
      ?.then((editor) => {
        const area = box.current?.querySelector('textarea');
        // Somebody was quicker than the script: their words stay where they are.
        if (!editor || !isHere || !area || area.value !== area.defaultValue) return;
        setTakesFocus(window.document.activeElement === area);
        setRich(() => editor.RichEditor);
      })
      .catch(console.error);
    return () => {
      isHere = false;
    };
  }, [isEditable, wasTyped]);

  if (Rich)
    return (
      <div className="field">
        <span className="label mb-[0.2rem] text-(length:--text-meta) font-medium block" id="body-label">
          {say('editor.body')}
        </span>
        <Rich
          document={stored}
          pictures={pictures}
          describedBy={error ? 'body-error' : undefined}
          isInvalid={error !== undefined}
          takesFocus={takesFocus}
        />
        {error && (
          <p className="err" id="body-error">
            {error}
          </p>
        )}
        {undescribed && (
          <p>
            <button type="button" className="btn" onClick={goToUndescribed}>
              {say('media.goToPicture')}
            </button>{' '}
            {inLibrary}
          </p>
        )}
      </div>
    );
  return (
    <div ref={box}>
      {/* The blocks that a text can only name. */}
      <input type="hidden" name="bodyDoc" value={base} />
      <TextArea
        name="body"
        value={typed}
        error={error}
        label={say('editor.body')}
        hint={say(base ? 'editor.bodyBlocksHint' : 'storyDesk.bodyHint')}
        rows={22}
        look="bodyfield"
      />
      {inLibrary && <p>{inLibrary}</p>}
    </div>
  );
}

/** The first field of a picture in the text that waits for words. */
function goToUndescribed(): void {
  document.querySelector<HTMLElement>('.rich__text .blk [aria-invalid="true"]')?.focus();
}
