import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { settings, staticPages } from '@/db/schema';
import { theOperator } from '@/lib/people/actor';
import { changeSetting } from '@/lib/site/settings/change-setting';
import { savePage } from '@/lib/site/static-pages/save-page';
import { CommandError } from '../command';
import { demoData } from './data';

/** About us, privacy and the like. A page that is there already is left as somebody has written it. */
export async function seedSite(db: AppDb, now: Date): Promise<void> {
  for (const page of demoData('site-pages')) {
    if (db.select().from(staticPages).where(eq(staticPages.slug, page.slug)).get()) continue;
    const outcome = await savePage(db, theOperator, { id: null, basedOn: 0, ...page }, now);
    if (!outcome.ok) throw new CommandError(`The demo's page ${page.slug} was refused: ${outcome.code}.`);
  }

  const key = 'contactLines';
  if (db.select().from(settings).where(eq(settings.key, key)).get()) return;
  await changeSetting(db, theOperator, { key, value: ADDRESS }, now);
}

const ADDRESS =
  'বার্তা, ১২ নদীর ধার সড়ক, ঢাকা ১২০৫\nফোন: ০২-৫৫৫০১২৩৪ (সকাল ৮টা থেকে রাত ১১টা)\nই-মেইল: desk@barta.example';
