import { notFound } from 'next/navigation';
import { FormSheet } from '@/app/(reader)/form-files';
import { CacheTags } from '@/components/reader/cache-tags';
import { FormGallery } from '@/components/reader/listing/form-gallery';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readForm } from '@/lib/stories/for-readers/reading';

/** Every photo story, or every film, from the newest or from a cursor on. */
export async function FormListing({ form, cursor }: { form: 'photo' | 'video'; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const listing = await readForm(form, before);
  if (before && listing.stories.length === 0) notFound();
  const { say, adsOn } = await readSite();
  const now = new Date();
  const ads = await readAds(adsOn, now);
  return (
    <main id="main">
      <CacheTags tags={[tag.form(form), ...listing.stories.map((story) => tag.story(story.id))]} />
      <FormSheet />
      <FormGallery
        form={form}
        listing={listing}
        isOlder={before !== undefined}
        now={now}
        ad={ads(9)}
        say={say}
      />
    </main>
  );
}
