import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StoryForm } from '@/components/admin/stories/story-form.client';
import { StoryWork } from '@/components/admin/stories/story-work';
import { idIn } from '@/lib/forms/read-form';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskStory, formWriter } from '@/lib/stories/desk';
import { deskStoryWork } from '@/lib/stories/work/desk';
import { choicesForNobody, choicesShown, emptyBody, siteHost, storyShown } from '../shown';
import { workShown } from '../work-shown';
import { saveStory } from './actions';
import { workOnStory } from './work-actions';

const didLabels: Readonly<Record<string, LabelKey>> = {
  create: 'storyDesk.didCreate',
  save: 'storyDesk.didSave',
  file: 'storyDesk.didFile',
  publish: 'storyDesk.didPublish',
  schedule: 'storyDesk.didSchedule',
  return: 'storyDesk.didReturn',
  retract: 'storyDesk.didRetract',
};

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.editStory') };
}

export default async function StoryPage({ params, searchParams }: PageProps<'/admin/stories/[storyId]'>) {
  const { storyId } = await params;
  const { did } = await searchParams;
  const member = await formWriter(`/admin/stories/${storyId}`);
  const { say, labelSet } = await readSite();
  const desk = member && ((await deskStory(idIn(storyId) ?? 0, member)) ?? notFound());

  const work = member && (await deskStoryWork(idIn(storyId) ?? 0));

  return (
    <>
      <StoryForm
        action={saveStory}
        labelSet={labelSet}
        site={siteHost()}
        {...(desk ? storyShown(desk, say) : { stored: {}, story: null, bodyDocument: emptyBody })}
        permits={desk ? desk.permits : { edits: true, publishes: false }}
        choices={desk ? await choicesShown(desk.pictures) : await choicesForNobody()}
        did={typeof did === 'string' ? didLabels[did] : undefined}
      />
      {work && <StoryWork {...workShown(work)} action={workOnStory} say={say} />}
    </>
  );
}
