import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { LaterComments } from '@/components/reader/discussion/later-comments';
import { PageNote } from '@/components/reader/page-note';
import { laterPageIn } from '@/lib/comments/later-page';
import { readLaterPage } from '@/lib/comments/reading';
import { idIn } from '@/lib/forms/read-form';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/reading';

type Props = PageProps<'/[section]/[storyId]/discussion/[page]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { story, say } = await shownAt(await params);
  return {
    title: `${say('comments.title')}: ${story.headline}`,
    alternates: { canonical: story.href },
    robots: { index: false },
  };
}

/** What did not find room under the story: older threads, or one long thread by itself. */
export default async function LaterCommentsPage({ params }: Props) {
  const { section, page } = await params;
  const { story, later, say } = await shownAt(await params);
  if (story.section !== section) permanentRedirect(`/${story.section}/${story.id}/discussion/${page}`);

  return (
    <main id="main" className="page">
      <PageNote tags={[tag.story(story.id), tag.discussion(story.id)]} />
      <LaterComments story={story} later={later} say={say} />
    </main>
  );
}

async function shownAt({ storyId, page }: Awaited<Props['params']>) {
  const id = idIn(storyId) ?? notFound();
  const asked = laterPageIn(page) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.isRetracted) notFound();
  const later = (await readLaterPage(id, asked)) ?? notFound();
  const { say } = await readSite();
  return { story, later, say };
}
