import { notFound, permanentRedirect } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { Icon } from '@/components/reader/icon';
import { StoryListing } from '@/components/reader/listing/story-listing';
import { StructuredData } from '@/components/reader/story/structured-data';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { breadcrumbData } from '@/lib/site/breadcrumb-data';
import { readSite } from '@/lib/site/reading';
import { segmentText } from '@/lib/site/segment';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readMostRead, readTopic } from '@/lib/stories/for-readers/reading';

/** A topic's stories, from the newest or from a cursor on. */
export async function TopicListing({ slug, cursor }: { slug: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readTopic(segmentText(slug), before)) ?? notFound();
  if (found.movedTo !== null) permanentRedirect(`/topic/${encodeURIComponent(found.movedTo)}`);
  if (before && found.stories.length === 0) notFound();

  const { topic, stories } = found;
  const [{ siteName, say, adsOn }, mostRead] = await Promise.all([readSite(), readMostRead()]);
  const now = new Date();
  return (
    <main id="main" className="page">
      <CacheTags
        tags={[tag.topic(topic.slug), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        swr={[tag.popular]}
      />
      <StructuredData data={breadcrumbData(env().SITE_URL, siteName, [{ name: topic.name }])} />
      <StoryListing
        listing={found}
        address={`/topic/${topic.slug}`}
        name={topic.name}
        isOlder={before !== undefined}
        empty={say('empty.topic')}
        mostRead={mostRead}
        ads={await readAds(adsOn, now)}
        now={now}
        say={say}
      >
        {topic.description && <p>{topic.description}</p>}
        <button className="btn" type="button" data-enhanced data-keep="topics" aria-pressed="false">
          <Icon name="save" />
          {say('device.follow')}
        </button>
      </StoryListing>
    </main>
  );
}
