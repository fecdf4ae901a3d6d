'use client';

import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { TextArea } from '@/components/ui/text-area.client';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import type { KnownPicture } from './editor-context';
import type { RichEditorProps } from './rich-editor.client';

interface BodyEditorProps {
  /** The body in the typed notation, as stored or as sent. */
  plainText: string;
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
  wasPlainText: boolean;
}

/** Loaded as soon as this script is read, not at hydration: on a slow machine that is much later. */
const richEditor =
  typeof window === 'undefined'
    ? null
    : import('./rich-editor.client').catch((): null => {
        // If it cannot be loaded, the text is edited as without script.
        return null;
      });

/**
 * The body: a text field that any browser can edit, and with script, once it is there, the editor in its place. Exactly
 * one of the two is sent: `body`, or `bodyDoc` alone.
 */
export function BodyEditor(props: BodyEditorProps) {
  const { document: stored, pictures, error } = props;
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { Rich, takesFocus } = useRichEditor(box, props.isEditable && !props.wasPlainText);
  if (!Rich) return <PlainBody box={box} {...props} />;
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
      {props.undescribed && (
        <p>
          <button type="button" className="btn" onClick={goToUndescribed}>
            {say('media.goToPicture')}
          </button>{' '}
          <LibraryLink undescribed={props.undescribed} />
        </p>
      )}
    </div>
  );
}

/** The editor once it is loaded, unless somebody has typed into the plain field by then: those words stay there. */
function useRichEditor(box: RefObject<HTMLDivElement | null>, isWanted: boolean) {
  const [Rich, setRich] = useState<ComponentType<RichEditorProps> | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    let isMounted = true;
    richEditor
      ?.then((loaded) => {
        const area = box.current?.querySelector('textarea');
        if (!loaded || !isMounted || !area || area.value !== area.defaultValue) return;
        setTakesFocus(window.document.activeElement === area);
        setRich(() => loaded.RichEditor);
      })
      .catch(console.error);
    return () => {
      isMounted = false;
    };
  }, [box, isWanted]);
  return { Rich, takesFocus };
}

function PlainBody({
  box,
  plainText,
  base,
  error,
  undescribed,
}: BodyEditorProps & { box: RefObject<HTMLDivElement | null> }) {
  const say = useSay();
  return (
    <div ref={box}>
      {/* The blocks that a text can only name. */}
      <input type="hidden" name="bodyDoc" value={base} />
      <TextArea
        name="body"
        value={plainText}
        error={error}
        label={say('editor.body')}
        hint={say(base ? 'editor.bodyBlocksHint' : 'storyDesk.bodyHint')}
        rows={22}
        look="bodyfield"
      />
      {undescribed?.pictureId != null && (
        <p>
          <LibraryLink undescribed={undescribed} />
        </p>
      )}
    </div>
  );
}

/** To the picture in the library, where it can be described. */
function LibraryLink({ undescribed }: { undescribed: { pictureId: number | null } }) {
  const say = useSay();
  if (undescribed.pictureId === null) return null;
  return (
    <a className="btn" href={`/admin/pictures/${undescribed.pictureId}`} target="_blank" rel="noopener">
      {say('media.describeInLibrary')}
    </a>
  );
}

/** Focuses the first picture field in the text that has no description yet. */
function goToUndescribed(): void {
  document.querySelector<HTMLElement>('.rich__text .blk [aria-invalid="true"]')?.focus();
}
