import type { ExportItem } from '../export/export-format';
import type { ImportContext } from '../import-context';
import { decodedSlug } from '../old-site';

const PRIMARY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category', '_primary_term_category'];

/**
 * Its own section first: the category marked as primary on the old site, else the first that is not a parent of
 * another of them.
 */
export async function sectionsOfPost(
  { sections }: ImportContext,
  { terms, meta }: ExportItem,
): Promise<string[]> {
  const named = terms.filter(({ domain }) => domain === 'category');
  const holding = new Set(named.flatMap(({ nicename }) => sections.ancestorsOf(nicename)));
  const inside = named.filter(({ nicename }) => !holding.has(decodedSlug(nicename)));
  const main = PRIMARY.map((key) => meta.get(key)).find(Boolean);
  const first = named.find(({ nicename }) => sections.categoryId(nicename) === Number(main));
  const slugs: string[] = [];
  for (const term of [...(first ? [first] : []), ...inside, ...named]) {
    const slug = await sections.sectionOf(term);
    if (slug !== null && !slugs.includes(slug)) slugs.push(slug);
  }
  if (slugs.length > 0) return slugs;
  const usual = await sections.defaultSection();
  return usual === null ? [] : [usual];
}
