import { MediaUpload } from '@/components/admin/media/media-upload.client';
import { Field } from '@/components/ui/field';
import type { LabelKey } from '@/lib/site/labels';
import { Panel } from '../../story-panels';
import { FieldControls } from '../field-controls';
import type { StoryPanelProps } from './panel-props';

const mediaFields = ['audio', 'video', 'audioFile', 'videoFile', 'audioSeconds', 'videoSeconds'];

/** The story's audio and video, and where its material is from. Closed while all of it is empty. */
export function MediaPanel({ form, say }: StoryPanelProps) {
  const fields = [...mediaFields, ...form.controls.source.map(({ name }) => name)];
  return (
    <Panel title={say('editor.media')} isOpen={fields.some(form.hasValueOrError)}>
      <MediaFields kind="audio" form={form} say={say} />
      <MediaFields kind="video" form={form} say={say} />
      <FieldControls controls={form.controls.source} field={form.field} say={say} />
    </Panel>
  );
}

const mediaLabels: Record<'audio' | 'video', Record<'address' | 'hint' | 'seconds', LabelKey>> = {
  audio: { address: 'editor.audio', hint: 'editor.mediaHint', seconds: 'media.audioSeconds' },
  video: { address: 'editor.video', hint: 'media.videoHint', seconds: 'media.videoSeconds' },
};

/** An address or a file, with its duration. The newest of the library are suggested for the address. */
function MediaFields({ kind, form, say }: StoryPanelProps & { kind: 'audio' | 'video' }) {
  const labels = mediaLabels[kind];
  const suggestionsId = `${kind}-offers`;
  return (
    <>
      <Field
        {...form.field(kind)}
        label={say(labels.address)}
        hint={say(labels.hint)}
        inputMode="url"
        list={suggestionsId}
      />
      <datalist id={suggestionsId}>
        {form.choices.media[kind].map(({ address, label }) => (
          <option key={address} value={address}>
            {label}
          </option>
        ))}
      </datalist>
      <MediaUpload
        kind={kind}
        maxMegabytes={form.choices.mediaMegabytes}
        error={form.answer.errors[`${kind}File`]}
        say={say}
      />
      <Field
        {...form.field(`${kind}Seconds`)}
        label={say(labels.seconds)}
        hint={say('media.secondsHint')}
        autoComplete="off"
      />
    </>
  );
}
