import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { storyFormLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { StoryForm } from '@/components/admin/stories/story-form.client';
import type { StaffMember } from '@/lib/people/actor';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { fieldControls } from '@/lib/stories/fields/form-controls';
import { formWriter } from '@/lib/stories/for-desk/desk';
import {
  emptyBody,
  publicFormChoices,
  recoverableDraftViews,
  siteHost,
  storyFormChoices,
} from '../story-form-view';
import { beginStory } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.newStory') };
}

/** A reporter signs their own; whoever writes for others, as an editor does with an agency's, says whose it is. */
function bylineOf(member: StaffMember | null): string {
  return member?.role === 'reporter' ? member.name : '';
}

export default async function NewStoryPage() {
  const member = await formWriter('/admin/stories/new');
  const { labelSet, say } = await readSite();
  return (
    <DeskLabels words={wordsIn(labelSet, say, storyFormLabels)}>
      <StoryForm
        action={beginStory}
        site={siteHost()}
        controls={fieldControls(say)}
        stored={{ comments: 'open', form: 'report', bylines: bylineOf(member) }}
        bodyDocument={emptyBody}
        story={null}
        formKey={randomUUID()}
        permits={{ edits: true, publishes: false, takesBack: false }}
        member={member?.id ?? null}
        present={null}
        offers={await recoverableDraftViews(member, 0, say)}
        choices={member ? await storyFormChoices(say) : await publicFormChoices(say)}
      />
    </DeskLabels>
  );
}
