import { clockTime, longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { FormSheet } from '@/app/(reader)/form-files';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { spoken } from '@/components/reader/spoken';
import { LivePosts, LiveStatus } from '@/components/reader/story/live/live-posts';
import { tag } from '@/lib/cache/tags';
import { idIn } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import { readLive } from '@/lib/stories/for-readers/live-reading';
import { readStory } from '@/lib/stories/for-readers/reading';

type PostPageProps = PageProps<'/[section]/[storyId]/post/[postId]'>;

export async function generateMetadata({ params }: PostPageProps): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  if (!story) return {};
  return { title: story.headline, description: story.summary, robots: { index: false, follow: true } };
}

/** A live story from one post on: where that post is found for good, and where its older posts are. */
export default async function PostPage({ params }: PostPageProps) {
  const { section, storyId, postId } = await params;
  const [id, from] = [idIn(storyId) ?? notFound(), idIn(postId) ?? notFound()];
  const story = (await readStory(id)) ?? notFound();
  if (story.section !== section) permanentRedirect(`/${story.section}/${id}/post/${from}`);
  if (story.isRetracted || story.form !== 'live') permanentRedirect(`/${section}/${id}`);

  const [{ say }, live] = await Promise.all([readSite(), readLive(id, from)]);
  if (!live) notFound();
  const [first] = live.posts;
  return (
    <main id="main" className="page">
      <CacheTags tags={[tag.story(id), tag.live(id)]} />
      <FormSheet />
      <Crumbs
        trail={[
          { name: story.sectionName, href: `/${story.section}` },
          { name: story.headline, href: story.href },
          { name: say('live.older') },
        ]}
        say={say}
      />
      <article className="story story--live live--older">
        <header className="story__head">
          <LiveStatus endedAt={story.liveEndedAt} say={say} />
          <h1>
            <a href={story.href}>{spoken(story.headline)}</a>
          </h1>
          {first && (
            <p className="meta">
              {say('live.fromHere', { time: `${longDate(first.at)}, ${clockTime(first.at)}` })}
            </p>
          )}
        </header>
        <p className="pager">
          <a href={story.href}>{say('live.newest')}</a>
        </p>
        <h2 className="vh">{say('live.updates')}</h2>
        <LivePosts posts={live.posts} href={story.href} say={say} />
        {live.posts.length === 0 && <p className="note">{say('live.none')}</p>}
        {live.olderFrom !== null && (
          <p className="pager">
            <a href={`${story.href}/post/${live.olderFrom}`} rel="next">
              {say('live.older')}
            </a>
          </p>
        )}
      </article>
    </main>
  );
}
