import { notFound } from 'next/navigation';
import { DistrictPicker } from '@/components/reader/front/district-picker';
import { StoryListing } from '@/components/reader/listing/story-listing';
import { PageNote } from '@/components/reader/page-note';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/cursor';
import { readDistrict, readDistricts, readMostRead } from '@/lib/stories/reading';

/** The stories of a district, or of all districts of a division. */
export async function DistrictListing({ code, cursor }: { code: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readDistrict(code, before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { district, codes, stories } = found;
  const [{ say }, mostRead, divisions] = await Promise.all([readSite(), readMostRead(), readDistricts()]);
  const isDivision = district.level === 'division';
  return (
    <main id="main" className="page">
      <PageNote
        tags={[...codes.map(tag.district), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        soft={[tag.popular]}
      />
      <StoryListing
        listing={found}
        address={`/district/${code}`}
        name={isDivision ? say('nav.divisionOf', { name: district.name }) : district.name}
        isOlder={before !== undefined}
        empty={say('empty.district')}
        mostRead={mostRead}
        now={new Date()}
        say={say}
        trail={[{ name: say('nav.districts'), href: '/district' }]}
        rail={<DistrictPicker divisions={divisions} chosen={code} say={say} />}
      />
    </main>
  );
}
