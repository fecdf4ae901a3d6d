import { LateModule } from '@/components/reader/device/late-module';
import { hasCards } from '@/components/reader/story/story-article';
import { readerModules } from '@/lib/site/reader-module';
import type { Story } from '@/lib/stories/for-readers/reading';

/** What only some stories' pages need: the looks of their form, and the script that goes with it. */
export function FormFiles({
  story,
}: {
  story: Pick<Story, 'form' | 'bodyHtml' | 'audio' | 'video' | 'liveEndedAt'>;
}) {
  const { form, bodyHtml, audio, video, liveEndedAt } = story;
  const { gallery, live, embeds } = readerModules();
  const hasPlayer = audio !== null || video !== null || bodyHtml.includes('class="player"');
  const hasGallery = bodyHtml.includes('data-full=');
  const hasEmbeds = hasCards(bodyHtml);
  return (
    <>
      {(form !== 'report' || hasPlayer || hasGallery || hasEmbeds) && <FormSheet />}
      {hasGallery && <LateModule address={gallery} />}
      {hasEmbeds && <LateModule address={embeds} />}
      {form === 'live' && !liveEndedAt && <LateModule address={live} />}
    </>
  );
}

/** In the head, before anything is drawn. */
export function FormSheet() {
  const { formats } = readerModules();
  return formats ? <link rel="stylesheet" href={formats} precedence="formats" /> : null;
}
