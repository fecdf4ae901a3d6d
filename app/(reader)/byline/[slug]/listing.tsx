import { notFound } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { StoryListing } from '@/components/reader/listing/story-listing';
import { Face } from '@/components/reader/people/face';
import { StructuredData } from '@/components/reader/story/structured-data';
import { readAds } from '@/lib/ads/reading';
import { profileDataOf } from '@/lib/bylines/profile';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { breadcrumbData } from '@/lib/site/breadcrumb-data';
import { readSite } from '@/lib/site/reading';
import { segmentText } from '@/lib/site/segment';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readByline, readMostRead } from '@/lib/stories/for-readers/reading';
import '../people.css';

/** Who wrote, in a few words, and what they wrote. */
export async function BylineListing({ slug, cursor }: { slug: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readByline(segmentText(slug), before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { byline, stories } = found;
  const [{ siteName, adsOn, say }, mostRead] = await Promise.all([readSite(), readMostRead()]);
  const now = new Date();
  const trail = [{ name: say('people.writers'), href: '/byline' }];
  const hasMore = byline.kind === 'person' || byline.portrait !== null || byline.bio !== '';
  return (
    <main id="main" className="page">
      <CacheTags
        tags={[tag.byline(byline.slug), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        swr={[tag.popular]}
      />
      {!before && <StructuredData data={profileDataOf(byline, env().SITE_URL, siteName)} />}
      <StructuredData data={breadcrumbData(env().SITE_URL, siteName, [...trail, { name: byline.name }])} />
      <StoryListing
        listing={found}
        address={`/byline/${byline.slug}`}
        name={byline.name}
        isOlder={before !== undefined}
        empty={say('empty.author')}
        mostRead={mostRead}
        ads={await readAds(adsOn, now)}
        now={now}
        say={say}
        trail={trail}
      >
        {hasMore ? (
          <div className="who">
            <Face name={byline.name} portrait={byline.portrait} />
            <div>
              {byline.role && <p className="sechead__note">{byline.role}</p>}
              {byline.bio && <p>{byline.bio}</p>}
            </div>
          </div>
        ) : (
          byline.role && <p className="sechead__note">{byline.role}</p>
        )}
      </StoryListing>
    </main>
  );
}
