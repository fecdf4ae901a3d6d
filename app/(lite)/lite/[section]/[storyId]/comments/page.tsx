import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { LiteComments } from '@/components/reader/lite/lite-comments';
import { spoken } from '@/components/reader/spoken';
import { tag } from '@/lib/cache/tags';
import { readDiscussion } from '@/lib/comments/reading/reading';
import { idIn } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/for-readers/reading';

type LiteCommentsPageProps = PageProps<'/lite/[section]/[storyId]/comments'>;

export async function generateMetadata({ params }: LiteCommentsPageProps): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  return story ? { title: story.headline, alternates: { canonical: story.href } } : {};
}

/** The newest threads under a story; the rest, and the form, are on the full page. */
export default async function LiteCommentsPage({ params }: LiteCommentsPageProps) {
  const { section, storyId } = await params;
  const id = idIn(storyId) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.isRetracted) notFound();
  if (story.section !== section) permanentRedirect(`/lite/${story.section}/${id}/comments`);

  const [{ say }, discussion] = await Promise.all([readSite(), readDiscussion(id)]);
  const hasMore = discussion.olderBefore !== null || discussion.threads.some((thread) => thread.hasMore);
  return (
    <main id="main">
      <CacheTags tags={[tag.story(id), tag.discussion(id)]} />
      <p className="kicker">{say('lite.comments', { count: discussion.count })}</p>
      <h1>{spoken(story.headline)}</h1>
      {discussion.threads.length === 0 && <p>{say('lite.noComments')}</p>}
      <LiteComments comments={discussion.threads.map((thread) => thread.root)} say={say} />
      <nav aria-label={say('nav.pages')}>
        {hasMore && (
          <p>
            <a href={`${story.href}#discussion`}>{say('lite.allComments')}</a>
          </p>
        )}
        {discussion.isOpen && (
          <p>
            <a href={`${story.href}#comment-form`}>{say('lite.write')}</a>
          </p>
        )}
        <p>
          <a href={`/lite${story.href}`}>{say('lite.backToStory')}</a>
        </p>
      </nav>
    </main>
  );
}
