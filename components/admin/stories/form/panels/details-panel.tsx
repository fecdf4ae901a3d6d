import { ButtonLink } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { NameField } from '../../name-field/name-field.client';
import { Panel } from '../../story-panels';
import type { StoryPanelProps } from './panel-props';

const storyForms = ['report', 'opinion', 'explainer', 'photo', 'video', 'live', 'longread'] as const;

/** Sections, form, topics, bylines and places. */
export function DetailsPanel({ form, say }: StoryPanelProps) {
  return (
    <Panel title={say('storyDesk.sectionAndTopics')}>
      <SectionFields form={form} say={say} />
      <StoryFormFields form={form} say={say} />
      <NameField
        {...form.field('topics')}
        label={say('editor.topics')}
        hint={say('storyDesk.topicsHint')}
        choices="topics"
        say={say}
      />
      <NameField
        {...form.field('bylines')}
        label={say('editor.byline')}
        hint={say('editor.bylinesHint')}
        choices="bylines"
        say={say}
      />
      <DistrictFields form={form} say={say} />
    </Panel>
  );
}

function SectionFields({ form, say }: StoryPanelProps) {
  const { sections } = form.choices;
  return (
    <>
      <Select
        {...form.field('section')}
        label={say('editor.section')}
        options={sections}
        hint={say(sections.length === 0 ? 'storyDesk.noSections' : 'storyDesk.sectionHint')}
        empty={say('form.choose')}
      />
      <NameField
        {...form.field('sections')}
        label={say('editor.otherSections')}
        hint={say('editor.otherSectionsHint')}
        choices={sections}
        say={say}
      />
    </>
  );
}

function StoryFormFields({ form, say }: StoryPanelProps) {
  const { story, opened, permits } = form;
  return (
    <>
      <Select
        {...form.field('form')}
        label={say('editor.form')}
        options={storyForms.map((name) => ({ value: name, label: say(`editor.form.${name}`) }))}
      />
      {story && opened.stored.form === 'live' && permits.edits && (
        <ButtonLink href={`/admin/stories/${story.id}/live`} icon="clock">
          {say('live.toDesk')}
        </ButtonLink>
      )}
    </>
  );
}

function DistrictFields({ form, say }: StoryPanelProps) {
  const { districts } = form.choices;
  return (
    <>
      <Select
        {...form.field('district')}
        label={say('editor.district')}
        options={districts}
        empty={say('storyDesk.noDistrict')}
      />
      <NameField
        {...form.field('districts')}
        label={say('editor.otherDistricts')}
        hint={say('editor.otherDistrictsHint')}
        choices={districts}
        say={say}
      />
    </>
  );
}
