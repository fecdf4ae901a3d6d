import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { storyFormLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { StoryReaders } from '@/components/admin/readers/story-readers';
import { StoryForm } from '@/components/admin/stories/story-form.client';
import { StoryWork, storyWorkLinks } from '@/components/admin/stories/work/story-work';
import { idIn } from '@/lib/forms/read-form';
import { deskPlacing } from '@/lib/fronts/desk';
import { deskStoryReaders } from '@/lib/readership/desk';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { fieldControls } from '@/lib/stories/fields/form-controls';
import { deskStory, formWriter } from '@/lib/stories/for-desk/desk';
import { deskStoryWork } from '@/lib/stories/for-desk/work-desk';
import {
  emptyBody,
  nextVersionView,
  publicFormChoices,
  recoverableDraftViews,
  siteHost,
  storyFormChoices,
  storyFormView,
} from '../story-form-view';
import { sentBackNote, storyWorkView } from '../story-work-view';
import { saveStory } from './actions';
import { storyNoticeIn } from './story-notices';
import { workOnStory } from './work-actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.editStory') };
}

export default async function StoryPage({ params, searchParams }: PageProps<'/admin/stories/[storyId]'>) {
  const { storyId } = await params;
  const { did, next: wantsNext } = await searchParams;
  const member = await formWriter(`/admin/stories/${storyId}`);
  const { say, labelSet } = await readSite();
  const desk = member && ((await deskStory(idIn(storyId) ?? 0, member)) ?? notFound());

  const notice = storyNoticeIn(did);
  const next = desk && wantsNext === '1' ? nextVersionView(desk, say) : null;
  const placing = member && (await deskPlacing(desk?.story.id ?? 0));
  const readers = member && (await deskStoryReaders(member, idIn(storyId) ?? 0));
  const work = member && (await deskStoryWork(idIn(storyId) ?? 0));

  return (
    <div className="story lg:[display:flow-root] lg:[&>form]:contents">
      <DeskLabels words={wordsIn(labelSet, say, storyFormLabels)}>
        <StoryForm
          // A form is opened on one text and keeps it: the next version's is another form.
          key={next ? 'next' : 'live'}
          action={saveStory}
          site={siteHost()}
          controls={fieldControls(say)}
          {...(desk ? storyFormView(desk, say) : { stored: {}, story: null, bodyDocument: emptyBody })}
          {...(next ?? {})}
          permits={
            desk
              ? { ...desk.permits, edits: next ? desk.permits.preparesNext : desk.permits.edits }
              : { edits: true, publishes: false, takesBack: false }
          }
          sentBack={desk && work && sentBackNote(work, desk.history)}
          placing={placing}
          member={member?.id ?? null}
          present={desk?.present ?? null}
          offers={await recoverableDraftViews(member, desk?.story.id ?? 0, say)}
          choices={desk ? await storyFormChoices(say, desk.pictures) : await publicFormChoices(say)}
          did={notice ? say(notice) : undefined}
          further={work ? storyWorkLinks({ ...storyWorkView(work), say }) : []}
        />
      </DeskLabels>
      <div className="max-w-measure lg:float-left lg:[clear:left] lg:w-[calc(100%_-_21rem)]">
        {work && <StoryWork {...storyWorkView(work)} action={workOnStory} say={say} />}
        {readers && readers.total.views > 0 && <StoryReaders {...readers} say={say} />}
      </div>
    </div>
  );
}
