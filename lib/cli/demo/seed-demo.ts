import type { Connection } from '@/db/client';
import { theOperator } from '@/lib/people/actor';
import type { PictureStore } from '@/lib/pictures/picture-store';
import { importStories } from '@/lib/stories/workflow/import-stories';
import { CommandError } from '../command';
import { seedAccounts } from './accounts';
import { seedComments } from './comments';
import { demoData } from './data';
import { seedForms } from './forms';
import { saveDemoPictures } from './pictures';
import { seedReadings } from './readings';
import { seedSections } from './sections';
import { seedSite } from './site';

export interface Seeded {
  stories: number;
  comments: number;
  pictures: number;
}

/** A newsroom to try things in. Each part knows what it has brought before, so it may be done again. */
export async function seedDemo(
  db: Connection,
  { password, store, mediaFolder }: { password: string; store: PictureStore; mediaFolder: string },
  now = new Date(),
): Promise<Seeded> {
  await seedSections(db, now);
  await seedAccounts(db, password, now);
  await seedSite(db, now);
  const pictures = await saveDemoPictures(db, store, now);

  const rows = demoData('stories').map((row) => ({ ...row, picture: pictures.of.get(row.id) }));
  const { imported, refused } = await importStories(db, rows, now, theOperator);
  const [first] = refused;
  if (first) throw new CommandError(`The demo's own story ${first.id} was refused: ${first.reason}`);

  const forms = await seedForms(db, { pictures: pictures.byFile, mediaFolder }, now);
  const comments = await seedComments(db, now);
  await seedReadings(db, now);
  return { stories: imported + forms, comments, pictures: pictures.added };
}
