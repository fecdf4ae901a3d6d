import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { livePostLabels } from '@/components/admin/desk/labels/client-labels';
import { LiveDesk } from '@/components/admin/live/live-desk';
import { LivePostForm } from '@/components/admin/live/live-post-form.client';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { idIn } from '@/lib/forms/read-form';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import { type LabelKey, type Say, wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskLive } from '@/lib/stories/for-desk/live-desk';
import { writeLive } from './actions';

const didLabels: Readonly<Record<string, LabelKey>> = {
  post: 'live.didPost',
  edit: 'live.didEdit',
  remove: 'live.didRemove',
  end: 'live.didEnd',
  resume: 'live.didResume',
};

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('live.desk') };
}

export default async function LivePage({ params, searchParams }: PageProps<'/admin/stories/[storyId]/live'>) {
  const { storyId } = await params;
  const { did, edit, from } = await searchParams;
  const id = idIn(storyId) ?? notFound();
  const query = { edit: idIn(String(edit ?? '')), from: idIn(String(from ?? '')) };
  const desk = (await deskLive(id, query)) ?? notFound();
  const { say, labelSet } = await readSite();
  const { story, posts, edited, older, pictures } = desk;
  const isOver = story.liveEndedAt !== null;
  const isLive = isLiveStory(story);
  const notice = typeof did === 'string' ? didLabels[did] : undefined;

  return (
    <>
      <DeskHead title={say('live.deskOf', { headline: story.headline })} />
      <p className="gap-2 flex flex-wrap items-center">
        <ButtonLink kind="quiet" href={`/admin/stories/${id}`} icon="back">
          {say('live.toStory')}
        </ButtonLink>
        {story.state === 'published' && (
          <ButtonLink href={`/${story.section}/${id}`} icon="eye">
            {say('storyDesk.viewPublic')}
          </ButtonLink>
        )}
      </p>
      {notice && <SavedNotice text={say(notice)} />}
      <LiveNotices story={story} say={say} />
      <div className="live-desk mt-4 gap-6 grid lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:items-start">
        {isLive && (!isOver || edited) && (
          <LivePostForm
            // Never by its version: without script a refused form would not be known again, and what was typed lost.
            key={edited ? `edit ${edited.id}` : 'new'}
            action={writeLive}
            words={wordsIn(labelSet, say, livePostLabels)}
            storyId={id}
            formKey={randomUUID()}
            post={edited && postFormValues(edited)}
            pictures={pictures.flatMap(pictureChoice)}
          />
        )}
        <LiveDesk
          storyId={id}
          posts={posts}
          older={older}
          canTurn={isLive}
          isOver={isOver}
          action={writeLive}
          say={say}
        />
      </div>
    </>
  );
}

type LiveDeskData = NonNullable<Awaited<ReturnType<typeof deskLive>>>;

function isLiveStory({ form, state }: LiveDeskData['story']): boolean {
  return form === 'live' && state !== 'retracted';
}

function SavedNotice({ text }: { text: string }) {
  return (
    <p
      className="save__state gap-[0.4rem] text-(length:--text-meta) font-medium inline-flex items-center text-ok"
      role="status"
    >
      <Icon name="check" />
      {text}
    </p>
  );
}

/** Why posts cannot be written, or are not seen by readers. */
function LiveNotices({ story, say }: Pick<LiveDeskData, 'story'> & { say: Say }) {
  if (!isLiveStory(story)) return <Notice kind="warn">{say('live.notLive')}</Notice>;
  return (
    <>
      {story.state !== 'published' && <Notice kind="warn">{say('live.notPublic')}</Notice>}
      {story.liveEndedAt && <Notice kind="warn">{say('live.isOver')}</Notice>}
    </>
  );
}

function postFormValues({
  id,
  version,
  headline,
  body,
  pictureId,
  isKey,
  isPinned,
}: NonNullable<LiveDeskData['edited']>) {
  return { id, version, headline, body, pictureId, isKey, isPinned };
}

function pictureChoice({ id, variants: [smallest], alt, caption, credit }: LiveDeskData['pictures'][number]) {
  return smallest ? [{ id, address: pictureAddress(smallest), alt, caption, credit }] : [];
}
