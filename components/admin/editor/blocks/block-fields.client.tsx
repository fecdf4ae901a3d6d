'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Pictured } from '@/lib/stories/body/blocks/pictured';
import { useEditorDesk } from '../editor-context';

export function PictureFields({
  picture,
  change,
}: {
  picture: Pictured;
  change: (words: Partial<Pictured>) => void;
}) {
  const desk = useEditorDesk();
  const { say } = desk;
  const known = desk.picture(picture.pictureId);
  const address = known?.address ?? (picture.file && `/media/${picture.file}`);
  const alt = picture.alt || known?.alt || '';
  return (
    <>
      {address ? (
        // biome-ignore lint/performance/noImgElement: as above
        <img src={address} alt={alt} width="640" height="427" />
      ) : (
        <span className="hint">{say('storyDesk.pictureNumber', { id: picture.pictureId ?? 0 })}</span>
      )}
      <BlockField
        label={say('editor.caption')}
        value={picture.caption}
        stands={known?.caption}
        put={(caption) => change({ caption })}
      />
      <BlockField
        label={say('editor.credit')}
        value={picture.credit}
        stands={known?.credit}
        put={(credit) => change({ credit })}
      />
      <BlockField
        label={say('editor.altText')}
        value={picture.alt}
        stands={known?.alt}
        isWanting={alt === ''}
        put={(words) => change({ alt: words })}
      />
    </>
  );
}

/** A line of a block's own words. `stands`: what readers get if it is left empty. */
export function BlockField({
  label,
  value,
  stands,
  isWanting = false,
  put,
}: {
  label: string;
  value: string;
  stands?: string | undefined;
  isWanting?: boolean;
  put: (value: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [inputValue, setInputValue] = useState(value);
  // An undo changes the block behind the field's back; while one types, the field knows best.
  useEffect(() => {
    if (document.activeElement !== field.current) setInputValue(value);
  }, [value]);
  return (
    <span className="blk__words">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="input"
        value={inputValue}
        placeholder={stands}
        aria-invalid={isWanting || undefined}
        onKeyDown={(event) => {
          // Enter in a field sends its form.
          if (event.key === 'Enter') event.preventDefault();
        }}
        onChange={(event) => {
          setInputValue(event.target.value);
          put(event.target.value);
        }}
      />
    </span>
  );
}

export function RemoveButton({ what, remove }: { what: string; remove: () => void }) {
  const { say } = useEditorDesk();
  return (
    <button
      type="button"
      className="btn btn--quiet btn--sq blk__remove"
      onClick={remove}
      title={say('editor.remove', { what })}
    >
      <Icon name="cross" />
      <span className="vh">{say('editor.remove', { what })}</span>
    </button>
  );
}

export function blockClass(kind: string, isSelected: boolean): string {
  return `blk blk--${kind}${isSelected ? ' is-selected' : ''}`;
}
