import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { LiteStory } from '@/components/reader/lite/lite-story';
import { PageNote } from '@/components/reader/page-note';
import { RetractedStory } from '@/components/reader/story/story-article';
import { readDiscussion } from '@/lib/comments/reading';
import { idIn } from '@/lib/forms/read-form';
import { lightBody } from '@/lib/lite/light-body';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/reading';

type Props = PageProps<'/lite/[section]/[storyId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  if (!story) return {};
  return { title: story.headline, description: story.summary, alternates: { canonical: story.href } };
}

export default async function LiteStoryPage({ params }: Props) {
  const { section, storyId } = await params;
  const id = idIn(storyId) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.section !== section) permanentRedirect(`/lite/${story.section}/${id}`);

  const [{ say }, discussion] = await Promise.all([readSite(), readDiscussion(id)]);
  if (story.isRetracted)
    return (
      <main id="main">
        <PageNote tags={[tag.story(id)]} status={410} />
        <RetractedStory story={story} say={say} />
      </main>
    );

  const html = lightBody(story.bodyHtml, {
    picture: (alt) => (alt ? say('lite.showPictureOf', { what: alt }) : say('lite.showPicture')),
    audio: say('lite.openAudio'),
    video: say('lite.openVideo'),
  });
  return (
    <main id="main">
      <PageNote
        tags={[tag.story(id), tag.discussion(id), ...story.alsoRead.map(tag.story)]}
        soft={story.bylines.map((byline) => tag.byline(byline.slug))}
      />
      <LiteStory story={story} html={html} comments={discussion.count} say={say} />
      <p>
        <a href={story.href}>{say('lite.toFull')}</a>
      </p>
    </main>
  );
}
