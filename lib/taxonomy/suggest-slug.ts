import { latinSlug } from '@barta/bengali';
import type { ReadDb } from '@/db/client';
import { sections } from '@/db/schema';
import { reservedSlugs } from '@/lib/site/reserved-slugs';

/** Shorter than a slug may be: room for a number behind it. */
const MAX_LENGTH = 36;

/** An address for a new section that is free: from its English name, or else its Bengali one. `''`: neither gives one. */
export function suggestSlug(db: ReadDb, { name, nameEn }: { name: string; nameEn: string }): string {
  const slug = shortened(latinSlug(nameEn)) || shortened(latinSlug(asHeard(name)));
  const taken = new Set(
    db
      .select({ slug: sections.slug })
      .from(sections)
      .all()
      .map((one) => one.slug),
  );
  const isFree = (wanted: string) => !taken.has(wanted) && !reservedSlugs.has(wanted);
  if (slug === '' || isFree(slug)) return slug;
  let number = 2;
  while (!isFree(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** জ্ঞ as it is said and commonly written: বিজ্ঞান biggan, জ্ঞান gyan. */
function asHeard(name: string): string {
  return name.replace(/(?<![\p{L}\p{M}])জ্ঞ/gu, 'গ্য').replaceAll('জ্ঞ', 'গ্গ');
}

/** Whole words from the first that begins with a letter, as a slug must. */
function shortened(slug: string): string {
  const words = slug.replace(/^[^a-z]+/, '').split('-');
  let fitting = (words[0] ?? '').slice(0, MAX_LENGTH);
  for (const word of words.slice(1)) {
    if (fitting.length + 1 + word.length > MAX_LENGTH) break;
    fitting += `-${word}`;
  }
  return fitting;
}
