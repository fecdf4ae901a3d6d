import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StoryForm } from '@/components/admin/stories/story-form.client';
import { idIn } from '@/lib/forms/read-form';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskStory, formWriter } from '@/lib/stories/desk';
import { choicesForNobody, choicesShown, emptyBody, offersShown, siteHost, storyShown } from '../shown';
import { saveStory } from './actions';

const didLabels: Readonly<Record<string, LabelKey>> = {
  create: 'storyDesk.didCreate',
  save: 'storyDesk.didSave',
  file: 'storyDesk.didFile',
  publish: 'storyDesk.didPublish',
  schedule: 'storyDesk.didSchedule',
  return: 'storyDesk.didReturn',
  retract: 'storyDesk.didRetract',
  restore: 'keeping.didRestore',
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

  return (
    <StoryForm
      action={saveStory}
      labelSet={labelSet}
      site={siteHost()}
      {...(desk ? storyShown(desk, say) : { stored: {}, story: null, bodyDocument: emptyBody })}
      permits={desk ? desk.permits : { edits: true, publishes: false }}
      member={member?.id ?? null}
      present={desk?.present ?? null}
      offers={await offersShown(member, desk?.story.id ?? 0, say)}
      choices={desk ? await choicesShown(desk.pictures) : await choicesForNobody()}
      did={typeof did === 'string' ? didLabels[did] : undefined}
    />
  );
}
