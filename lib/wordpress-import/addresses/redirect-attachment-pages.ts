import { eq } from 'drizzle-orm';
import { pictures, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { addressOfPicture } from '../files/import-file';
import { externalIdOf, type ImportContext } from '../import-context';
import { saveOldAddress } from './save-old-address';

/** The page of a file redirects to the story that contained it, else to the file itself. */
export async function redirectAttachmentPages({
  db,
  staging,
  site,
  now,
  report,
  files,
}: ImportContext): Promise<void> {
  let missing = 0;
  for (let after = 0; ; ) {
    const some = staging.filesAfter(after, 200);
    const last = some.at(-1)?.id;
    if (last === undefined) break;
    after = last;
    missing += some.filter(({ isTried }) => !isTried).length;
    await tx(db, (t) => {
      for (const { id, parent, link, pictureId } of some) {
        const story =
          parent !== null &&
          t
            .select()
            .from(stories)
            .where(eq(stories.externalId, externalIdOf(site, parent)))
            .get();
        const isSeen = story && (story.state === 'published' || story.state === 'scheduled');
        const picture =
          pictureId === null ? undefined : t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
        const target = isSeen
          ? { targetKind: 'story' as const, target: String(story.id) }
          : picture && { targetKind: 'address' as const, target: addressOfPicture(picture.variants) };
        if (!target) continue;
        const address = /^[^?]*\/\?attachment_id=/.test(link) || link === '' ? `/attachment/${id}` : link;
        if (saveOldAddress(t, { address, target, post: id }, now) === 'added') report.oldAddresses += 1;
      }
    });
  }
  if (!files) report.pictures.missing += missing;
}
