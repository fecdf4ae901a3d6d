import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { LiteLive } from '@/components/reader/lite/lite-live';
import { LiteStory } from '@/components/reader/lite/lite-story';
import { RetractedStory } from '@/components/reader/story/story-article';
import { tag } from '@/lib/cache/tags';
import { readDiscussion } from '@/lib/comments/reading/reading';
import { idIn } from '@/lib/forms/read-form';
import { liteBody, liteBodyLabels } from '@/lib/lite/lite-body';
import { readSite } from '@/lib/site/reading';
import { readLive } from '@/lib/stories/for-readers/live-reading';
import { readStory } from '@/lib/stories/for-readers/reading';

type LiteStoryPageProps = PageProps<'/lite/[section]/[storyId]'>;

export async function generateMetadata({ params }: LiteStoryPageProps): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  if (!story) return {};
  return { title: story.headline, description: story.summary, alternates: { canonical: story.href } };
}

export default async function LiteStoryPage({ params }: LiteStoryPageProps) {
  const { section, storyId } = await params;
  const id = idIn(storyId) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.section !== section) permanentRedirect(`/lite/${story.section}/${id}`);

  const [{ publicationLine, say }, discussion, live] = await Promise.all([
    readSite(),
    readDiscussion(id),
    story.form === 'live' ? readLive(id) : null,
  ]);
  if (story.isRetracted)
    return (
      <main id="main">
        <CacheTags tags={[tag.story(id)]} status={410} />
        <RetractedStory story={story} say={say} />
      </main>
    );

  const lightOf = (html: string) => liteBody(html, liteBodyLabels(say));
  return (
    <main id="main">
      <CacheTags
        tags={[
          tag.story(id),
          tag.discussion(id),
          ...story.alsoRead.map(tag.story),
          ...(live ? [tag.live(id)] : []),
        ]}
        swr={story.bylines.map((byline) => tag.byline(byline.slug))}
      />
      <LiteStory
        story={story}
        html={lightOf(story.bodyHtml)}
        comments={discussion.count}
        publicationLine={publicationLine}
        say={say}
      >
        {live && (
          <LiteLive
            live={live}
            status={{ endedAt: story.liveEndedAt }}
            href={story.href}
            lightOf={lightOf}
            say={say}
          />
        )}
      </LiteStory>
      <p>
        <a href={story.href}>{say('lite.toFull')}</a>
      </p>
    </main>
  );
}
