import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { storyFormWords } from '@/components/admin/desk/picked-words';
import { DeskWords } from '@/components/admin/desk/words.client';
import { StoryForm } from '@/components/admin/stories/story-form.client';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { formWriter } from '@/lib/stories/desk';
import { choicesForNobody, choicesShown, emptyBody, offersShown, siteHost } from '../shown';
import { beginStory } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.newStory') };
}

export default async function NewStoryPage() {
  const member = await formWriter('/admin/stories/new');
  const { labelSet, say } = await readSite();
  return (
    <DeskWords words={wordsIn(labelSet, say, storyFormWords)}>
      <StoryForm
        action={beginStory}
        site={siteHost()}
        stored={{ comments: 'open', form: 'report' }}
        bodyDocument={emptyBody}
        story={null}
        formKey={randomUUID()}
        permits={{ edits: true, publishes: false }}
        member={member?.id ?? null}
        present={null}
        offers={await offersShown(member, 0, say)}
        choices={member ? await choicesShown(say) : await choicesForNobody(say)}
      />
    </DeskWords>
  );
}
