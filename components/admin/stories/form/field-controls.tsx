import { Fragment } from 'react';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area.client';
import type { FieldControlView } from '@/lib/forms/story-controls';
import type { Say } from '@/lib/site/labels';
import { LetterCount } from './story-previews.client';

interface FieldControlsProps {
  controls: readonly FieldControlView[];
  /** A control's value and what is wrong with it. */
  field(name: string): { name: string; value: string; error: string | undefined };
  say: Say;
}

/** The simple controls of one part of the story's form. */
export function FieldControls({ controls, field, say }: FieldControlsProps) {
  return controls.map(({ fits, ...control }) => (
    <Fragment key={control.name}>
      <Control {...control} {...field(control.name)} />
      {fits !== undefined && (
        <LetterCount name={control.name} value={field(control.name).value} max={fits} say={say} />
      )}
    </Fragment>
  ));
}

function Control({
  kind,
  look,
  rows,
  inputMode,
  ...field
}: Omit<FieldControlView, 'fits'> & { value: string; error: string | undefined }) {
  if (kind === 'lines') return <TextArea {...field} rows={rows ?? 2} look={look} />;
  const line = <Field {...field} inputMode={inputMode} />;
  return look ? <div className={look}>{line}</div> : line;
}
