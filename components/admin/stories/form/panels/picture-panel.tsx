import { Panel } from '../../story-panels';
import { PictureChooser } from '../../story-picture';
import { FieldControls } from '../field-controls';
import type { StoryPanelProps } from './panel-props';

/** The lead picture and its texts. */
export function PicturePanel({ form, say }: StoryPanelProps) {
  return (
    <Panel title={say('storyDesk.leadPicture')}>
      <PictureChooser
        chosen={form.value('pictureId')}
        choices={form.choices.pictures}
        cover={form.story?.cover}
        error={form.answer.errors.pictureId}
        say={say}
      />
      <FieldControls controls={form.controls.picture} field={form.field} say={say} />
    </Panel>
  );
}
