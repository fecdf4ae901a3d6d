import { notFound } from 'next/navigation';
import { StoryListing } from '@/components/reader/listing/story-listing';
import { PageNote } from '@/components/reader/page-note';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { segmentText } from '@/lib/site/segment';
import { cursorIn } from '@/lib/stories/cursor';
import { readByline, readMostRead } from '@/lib/stories/reading';

/** Who wrote, in a few words, and what they wrote. */
export async function BylineListing({ slug, cursor }: { slug: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readByline(segmentText(slug), before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { byline, stories } = found;
  const [{ say }, mostRead] = await Promise.all([readSite(), readMostRead()]);
  return (
    <main id="main" className="page">
      <PageNote
        tags={[tag.byline(byline.slug), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        soft={[tag.popular]}
      />
      <StoryListing
        listing={found}
        address={`/byline/${byline.slug}`}
        name={byline.name}
        isOlder={before !== undefined}
        empty={say('empty.author')}
        mostRead={mostRead}
        now={new Date()}
        say={say}
      >
        {byline.role && <p className="sechead__note">{byline.role}</p>}
        {byline.bio && <p>{byline.bio}</p>}
      </StoryListing>
    </main>
  );
}
