import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { LiteLive } from '@/components/reader/lite/lite-live';
import { spoken } from '@/components/reader/spoken';
import { tag } from '@/lib/cache/tags';
import { idIn } from '@/lib/forms/read-form';
import { liteBody, liteBodyLabels } from '@/lib/lite/lite-body';
import { readSite } from '@/lib/site/reading';
import { readLive } from '@/lib/stories/for-readers/live-reading';
import { readStory } from '@/lib/stories/for-readers/reading';

type LitePostPageProps = PageProps<'/lite/[section]/[storyId]/post/[postId]'>;

export async function generateMetadata({ params }: LitePostPageProps): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  return story ? { title: story.headline, robots: { index: false, follow: true } } : {};
}

/** A live story's older posts, light. */
export default async function LitePostPage({ params }: LitePostPageProps) {
  const { section, storyId, postId } = await params;
  const [id, from] = [idIn(storyId) ?? notFound(), idIn(postId) ?? notFound()];
  const story = (await readStory(id)) ?? notFound();
  if (story.section !== section || story.form !== 'live' || story.isRetracted)
    permanentRedirect(`/lite/${story.section}/${id}`);

  const [{ say }, live] = await Promise.all([readSite(), readLive(id, from)]);
  if (!live) notFound();
  return (
    <main id="main">
      <CacheTags tags={[tag.story(id), tag.live(id)]} />
      <h1>
        <a href={`/lite${story.href}`}>{spoken(story.headline)}</a>
      </h1>
      <LiteLive
        live={live}
        status={null}
        href={story.href}
        lightOf={(html) => liteBody(html, liteBodyLabels(say))}
        say={say}
      />
    </main>
  );
}
