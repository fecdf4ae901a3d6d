import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staticPages } from '@/db/schema';
import { theOperator } from '@/lib/people/actor';
import { savePage } from '@/lib/site/static-pages/save-page';
import { NotDone } from '../command';
import { demoData } from './data';

/** About us, privacy and the like. A page that is there already is left as somebody has written it. */
export async function seedSite(db: Db, now: Date): Promise<void> {
  for (const page of demoData('site-pages')) {
    if (db.select().from(staticPages).where(eq(staticPages.slug, page.slug)).get()) continue;
    const outcome = await savePage(db, theOperator, { id: null, basedOn: 0, ...page }, now);
    if (!outcome.ok) throw new NotDone(`The demo's page ${page.slug} was refused: ${outcome.code}.`);
  }
}
