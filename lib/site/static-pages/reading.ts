import { getDb } from '@/db/client';
import { staticPageBySlug } from '@/db/queries/site';

/** A page that is no story, by the end of its address; null if there is none. */
export async function readPage(slug: string) {
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return null;
  return (await staticPageBySlug(getDb(), slug)) ?? null;
}
