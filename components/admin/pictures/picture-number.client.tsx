'use client';

import { fromBengaliDigits } from '@barta/bengali/digits';
import { useEffect, useRef, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { control, FieldFrame, type FieldFrameProps } from '@/components/ui/field-frame';
import { PicturePicker } from './picture-picker.client';

interface PictureNumberProps extends FieldFrameProps {
  /** What the stored number shows, small. */
  thumb: string | undefined;
}

/**
 * A picture of the library by its number. With script it is chosen by its looks, sent in if it is not there yet, and
 * shown; the number can be typed all the same.
 */
export function PictureNumber({ thumb, ...field }: PictureNumberProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<Record<string, string>>(thumb ? { [plain(field.value)]: thumb } : {});
  const [typed, setTyped] = useState(plain(field.value));
  // What was typed before the script was there.
  useEffect(() => setTyped(plain(input.current?.value)), []);
  const shown = known[typed];
  return (
    <FieldFrame {...field}>
      <div className="picknumber gap-2 flex flex-wrap items-center [&_img]:w-24 [&_img]:h-16 [&_img]:object-contain [&_img]:bg-wash-2 [&_.input]:flex-[0_1_7rem] [&_.input]:min-w-16">
        {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
        {shown && <img src={shown} alt="" width="96" height="64" />}
        <input
          ref={input}
          className="input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={field.value}
          onInput={(event) => setTyped(plain(event.currentTarget.value))}
          {...control(field)}
        />
        <PicturePicker
          say={say}
          onChoose={(picture) => {
            const id = String(picture.id);
            setKnown((before) => ({ ...before, [id]: picture.thumb }));
            setTyped(id);
            if (!input.current) return;
            input.current.value = id;
            // As if it had been typed, so that listeners notice the change.
            input.current.dispatchEvent(new Event('input', { bubbles: true }));
          }}
        />
      </div>
    </FieldFrame>
  );
}

function plain(text: string | undefined): string {
  return fromBengaliDigits(text ?? '').trim();
}
