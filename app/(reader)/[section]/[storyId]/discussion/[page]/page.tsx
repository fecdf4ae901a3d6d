import type { Metadata, Route } from 'next';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { LaterComments } from '@/components/reader/discussion/later-comments';
import { tag } from '@/lib/cache/tags';
import { laterPageIn } from '@/lib/comments/reading/later-page';
import { newSince } from '@/lib/comments/reading/newly-posted';
import { readLaterPage, readPlaceOf } from '@/lib/comments/reading/reading';
import { idIn } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/for-readers/reading';
import { toggleLike } from '../../actions';

type LaterCommentsPageProps = PageProps<'/[section]/[storyId]/discussion/[page]'>;

export async function generateMetadata({ params }: LaterCommentsPageProps): Promise<Metadata> {
  const { story, say } = await discussionPageAt(await params);
  return {
    title: `${say('comments.title')}: ${story.headline}`,
    alternates: { canonical: story.href },
    robots: { index: false },
  };
}

/** What did not find room under the story: older threads, or one long thread by itself. */
export default async function LaterCommentsPage({ params }: LaterCommentsPageProps) {
  const { section, page } = await params;
  const { story, later, say } = await discussionPageAt(await params);
  if (story.section !== section) permanentRedirect(`/${story.section}/${story.id}/discussion/${page}`);

  return (
    <main id="main" className="page">
      <CacheTags tags={[tag.story(story.id), tag.discussion(story.id)]} />
      <LaterComments
        story={story}
        later={later}
        here={`${story.href}/discussion/${page}`}
        like={toggleLike}
        newSince={newSince(new Date())}
        say={say}
      />
    </main>
  );
}

async function discussionPageAt({ storyId, page }: Awaited<LaterCommentsPageProps['params']>) {
  const id = idIn(storyId) ?? notFound();
  const pageNumber = laterPageIn(page) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.isRetracted) notFound();
  if (pageNumber.kind === 'comment') {
    const place = (await readPlaceOf(id, pageNumber.commentId)) ?? notFound();
    redirect(`${story.href}/discussion/${place}#c${pageNumber.commentId}` as Route);
  }
  const later = (await readLaterPage(id, pageNumber)) ?? notFound();
  const { say } = await readSite();
  return { story, later, say };
}
