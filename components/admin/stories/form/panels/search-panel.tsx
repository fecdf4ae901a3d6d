import { Panel } from '../../story-panels';
import { FieldControls } from '../field-controls';
import { StoryPreviews } from '../story-previews.client';
import type { StoryPanelProps } from './panel-props';

/** How the story looks in search results and when it is shared, and the texts for both. */
export function SearchPanel({ form, say }: StoryPanelProps) {
  const { story, site, value } = form;
  const picture = form.choices.pictures.find(({ id }) => String(id) === value('pictureId'));
  return (
    <Panel title={say('storyDesk.inSearch')}>
      <StoryPreviews
        address={story?.address ?? site}
        site={site}
        stored={{
          headline: value('headline'),
          standfirst: value('standfirst'),
          seoTitle: value('seoTitle'),
          seoDescription: value('seoDescription'),
        }}
        picture={picture?.address ?? story?.cover}
        say={say}
      />
      <FieldControls controls={form.controls.search} field={form.field} say={say} />
    </Panel>
  );
}
