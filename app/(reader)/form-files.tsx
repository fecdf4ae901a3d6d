import { readerModules } from '@/lib/site/reader-module';
import type { Story } from '@/lib/stories/reading';

/** What only some stories' pages need: the looks of their form, and the script that goes with it. */
export function FormFiles({
  story,
}: {
  story: Pick<Story, 'form' | 'bodyHtml' | 'audio' | 'video' | 'liveEndedAt'>;
}) {
  const { form, bodyHtml, audio, video, liveEndedAt } = story;
  const { gallery, live } = readerModules();
  const hasPlayer = audio !== null || video !== null || bodyHtml.includes('class="player"');
  const hasGallery = bodyHtml.includes('data-full=');
  return (
    <>
      {(form !== 'report' || hasPlayer || hasGallery) && <FormSheet />}
      {hasGallery && gallery && <script type="module" src={gallery} />}
      {form === 'live' && !liveEndedAt && live && <script type="module" src={live} />}
    </>
  );
}

/** In the head, before anything is drawn. */
export function FormSheet() {
  const { formats } = readerModules();
  return formats ? <link rel="stylesheet" href={formats} precedence="formats" /> : null;
}
