'use client';

import { fromBengaliDigits, toBengaliDigits } from '@barta/bengali/digits';
import { useRouter } from 'next/navigation';
import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { type BoxShape, cropPlace } from '@/components/reader/picture-box';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area.client';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { basisOf, type DeskFormState } from '@/lib/forms/form-state';
import type { LabelKey, LabelSet, Say } from '@/lib/site/labels';

/** Its state's `theirs`: what somebody else saved meanwhile, where it differs from the input. */
export type PictureAction = (state: DeskFormState, form: FormData) => Promise<DeskFormState>;

export interface FormPicture {
  id: number;
  version: number;
  src: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
  focalX: number;
  focalY: number;
  edits: boolean;
}

const labels: Readonly<Record<string, LabelKey>> = {
  caption: 'editor.caption',
  credit: 'editor.credit',
  alt: 'editor.altText',
  focalX: 'pictures.focalX',
  focalY: 'pictures.focalY',
};

interface PictureFormProps {
  picture: FormPicture | null;
  action: PictureAction;
  labelSet: LabelSet;
}

type PictureTextField = 'caption' | 'credit' | 'alt';

/** A picture's text fields and focal point, beside the picture itself and its crops. */
export function PictureForm({ picture, action, labelSet }: PictureFormProps) {
  const say = useSay();
  const router = useRouter();
  const [state, send, isSending] = useRetrySafeForm(action, { values: {}, errors: {} });
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  const isResubmission = 'caption' in state.values;
  useEffect(() => {
    if (state.notice?.kind === 'done') router.refresh();
  }, [state, router]);
  const field = (name: PictureTextField) => ({
    name,
    value: (isResubmission ? state.values[name] : picture?.[name]) ?? '',
    error: state.errors[name],
    label: say(labels[name] ?? 'editor.caption'),
  });
  const focal = useFocalPoint({ form, picture, values: state.values, labelSet });

  return (
    <form ref={form} action={send} className="picture__form" noValidate aria-label={say('pictures.words')}>
      <input type="hidden" name="pictureId" value={picture?.id ?? state.values.pictureId ?? ''} />
      <input
        type="hidden"
        name="basedOn"
        value={basisOf(state, picture?.version ?? state.values.basedOn ?? '')}
      />
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {state.theirs && <TheirVersion theirs={state.theirs} say={say} />}
      <fieldset disabled={picture !== null && !picture.edits}>
        {picture && <FocalPicture picture={picture} focal={focal} say={say} />}
        <FocalFields focal={focal} errors={state.errors} say={say} />
        {picture && <Crops picture={picture} point={focal.point} say={say} />}
        <TextArea {...field('alt')} hint={say('pictures.altHint')} rows={2} />
        <TextArea {...field('caption')} hint={say('pictures.captionHint')} rows={3} />
        <Field {...field('credit')} hint={say('pictures.creditHint')} />
        <Button kind="ink">{say('pictures.save')}</Button>
      </fieldset>
    </form>
  );
}

/** What somebody else has saved meanwhile, where it differs. */
function TheirVersion({ theirs, say }: { theirs: NonNullable<DeskFormState['theirs']>; say: Say }) {
  return (
    <section className="note theirs" aria-label={say('pictures.theirs')}>
      <h2>{say('pictures.theirs')}</h2>
      <dl>
        {Object.entries(theirs).map(([name, text]) => (
          <div key={name}>
            <dt>{say(labels[name] ?? 'editor.caption')}</dt>
            <dd>{text || say('pictures.theirsEmpty')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface FocalPointOptions {
  form: RefObject<HTMLFormElement | null>;
  picture: FormPicture | null;
  values: DeskFormState['values'];
  labelSet: LabelSet;
}

type FocalPoint = ReturnType<typeof useFocalPoint>;

/** The focal point as its two fields hold it (per cent, in the digits of the labels), and as numbers. */
function useFocalPoint({ form, picture, values, labelSet }: FocalPointOptions) {
  const digits = (number: number) => (labelSet === 'bn' ? toBengaliDigits(number) : String(number));
  const [fields, setFields] = useState({
    focalX: values.focalX ?? digits(picture?.focalX ?? 50),
    focalY: values.focalY ?? digits(picture?.focalY ?? 50),
  });
  // Text that was typed before hydration stands in the fields, and counts.
  useLayoutEffect(() => {
    const valueNow = (name: string) => {
      const field = form.current?.elements.namedItem(name);
      return field instanceof HTMLInputElement ? { [name]: field.value } : {};
    };
    setFields((before) => ({ ...before, ...valueNow('focalX'), ...valueNow('focalY') }));
  }, [form]);
  const setFromClick = (event: MouseEvent<HTMLElement>) => {
    if (!picture?.edits) return;
    const box = event.currentTarget.getBoundingClientRect();
    const percentOf = (at: number, size: number) =>
      digits(Math.round(Math.min(1, Math.max(0, at / size)) * 100));
    setFields({
      focalX: percentOf(event.clientX - box.left, box.width),
      focalY: percentOf(event.clientY - box.top, box.height),
    });
  };
  return { fields, setFields, setFromClick, point: { x: percent(fields.focalX), y: percent(fields.focalY) } };
}

function FocalPicture({ picture, focal, say }: { picture: FormPicture; focal: FocalPoint; say: Say }) {
  const { point } = focal;
  return (
    <>
      {/* Sets the same values as the two number fields below, which keyboard users and the plain form use. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keyboard users have the two fields */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div className="focal" onClick={focal.setFromClick}>
        {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
        <img
          className="w-auto h-auto max-h-128"
          src={picture.src}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
        />
        <span
          className="-mt-4 mb-0 mr-0 -ml-4 border-3 border-[#fff] absolute w-8 h-8 rounded-[50%] [outline:2px_solid_var(--color-accent)] pointer-events-none"
          style={{ left: `${point.x}%`, top: `${point.y}%` }}
        />
      </div>
      <p className="hint">{say('pictures.focalHint')}</p>
    </>
  );
}

function FocalFields({
  focal,
  errors,
  say,
}: {
  focal: FocalPoint;
  errors: DeskFormState['errors'];
  say: Say;
}) {
  return (
    <div className="gap-[0.6rem] grid grid-cols-[1fr_1fr]">
      {(['focalX', 'focalY'] as const).map((name) => (
        <div className="field" key={name}>
          <label className="label" htmlFor={name}>
            {say(name === 'focalX' ? 'pictures.focalX' : 'pictures.focalY')}
          </label>
          <input
            className="input"
            id={name}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            value={focal.fields[name]}
            onChange={(event) => focal.setFields({ ...focal.fields, [name]: event.target.value })}
            aria-invalid={errors[name] ? true : undefined}
            aria-describedby={errors[name] ? `${name}-error` : undefined}
          />
          {errors[name] && (
            <p className="err" id={`${name}-error`}>
              {errors[name]}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

interface CropsProps {
  picture: FormPicture;
  point: FocalPoint['point'];
  say: Say;
}

function Crops({ picture, point, say }: CropsProps) {
  return (
    <section aria-label={say('pictures.crops')}>
      <p className="label">{say('pictures.crops')}</p>
      <div className="gap-3 grid grid-cols-[16fr_13.5fr_9fr] items-start">
        {(['lead', 'card', 'thumb'] as const).map((shape) => (
          <figure key={shape}>
            <Crop picture={picture} point={point} shape={shape} />
            <figcaption className="meta">{say(`pictures.crop.${shape}`)}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function Crop({
  picture: { src, width, height },
  point,
  shape,
}: {
  picture: FormPicture;
  point: { x: number; y: number };
  shape: BoxShape;
}) {
  const place =
    cropPlace({ width, height, look: { focalX: point.x, focalY: point.y, colour: '' } }, shape) ?? 0.5;
  const at = `${place * 100}% ${place * 100}%`;
  return (
    <span className={shape === 'card' ? 'pic' : `pic pic--${shape}`}>
      {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
      <img src={src} alt="" width={width} height={height} style={{ objectPosition: at }} />
    </span>
  );
}

/** The number in a field; 50 while it holds none. */
function percent(text: string): number {
  const number = Number(fromBengaliDigits(text));
  return text.trim() === '' || Number.isNaN(number) ? 50 : Math.min(100, Math.max(0, number));
}
