import { notFound } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { DistrictPicker } from '@/components/reader/front/district-picker';
import { StoryListing } from '@/components/reader/listing/story-listing';
import { StructuredData } from '@/components/reader/story/structured-data';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { placeBreadcrumbs, placeName } from '@/lib/places/place-names';
import { readPlace, readPlaces } from '@/lib/places/reading';
import { breadcrumbData } from '@/lib/site/breadcrumb-data';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readMostRead } from '@/lib/stories/for-readers/reading';

/** The stories of a division, a district or an upazila: its own, and those of the places in it. */
export async function DistrictListing({ code, cursor }: { code: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readPlace(code, before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { place, above, within, stories } = found;
  const [{ siteName, adsOn, say }, mostRead, divisions] = await Promise.all([
    readSite(),
    readMostRead(),
    readPlaces(),
  ]);
  const now = new Date();
  const name = placeName(found, say);
  const trail = placeBreadcrumbs(found, say);
  const within_ = place.level === 'division' ? 'places.districtsWithin' : 'places.upazilasWithin';
  return (
    <main id="main" className="page">
      <CacheTags
        tags={[tag.district(code), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        swr={[tag.popular]}
      />
      <StructuredData data={breadcrumbData(env().SITE_URL, siteName, [...trail, { name }])} />
      <StoryListing
        listing={found}
        address={`/district/${code}`}
        name={name}
        isOlder={before !== undefined}
        empty={say(`empty.${place.level}`)}
        mostRead={mostRead}
        ads={await readAds(adsOn, now)}
        now={now}
        say={say}
        trail={trail}
        rail={
          <DistrictPicker
            divisions={divisions}
            chosen={[...above.map((one) => one.code), place.code]}
            say={say}
          />
        }
      >
        {within.length > 0 && (
          <nav aria-label={say(within_, { name: place.name })}>
            <ul className="chips">
              {within.map((one) => (
                <li key={one.code}>
                  <a className="chip" href={`/district/${one.code}`}>
                    {one.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </StoryListing>
    </main>
  );
}
