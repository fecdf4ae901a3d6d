import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { legacyUrls, sections, stories } from '@/db/schema';
import { wordpressForms } from '@/lib/redirects/wordpress-forms';
import { rerenderBody } from '@/lib/stories/body/rerender-body';
import { storedDocument } from '@/lib/stories/body/stored-body';
import { storyById } from '@/lib/stories/story-row';
import { withLinks } from '../content/body-document';
import { type OldSite, withinOldSite } from '../old-site';

/** The new address of a link in an old text; null if it points to the old site and nothing is known about it. */
export function resolveLink(t: Tx, site: OldSite, href: string): string | null {
  const within = withinOldSite(href, site);
  if (within === null) return href;
  const row =
    'post' in within
      ? t.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, within.post)).get()
      : [within.path, ...wordpressForms(within.path).map(({ path }) => path)]
          .map((path) => t.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get())
          .find((one) => one !== undefined);
  switch (row?.targetKind) {
    case 'story': {
      const story = t
        .select({ section: sections.slug })
        .from(stories)
        .innerJoin(sections, eq(sections.id, stories.sectionId))
        .where(eq(stories.id, Number(row.target)))
        .get();
      return story ? `/${story.section}/${row.target}` : null;
    }
    case 'section':
      return `/${row.target}`;
    case 'topic':
    case 'byline':
      return `/${row.targetKind}/${encodeURIComponent(row.target)}`;
    case 'address':
      return row.target;
    default:
      return null;
  }
}

/**
 * Rewrites the links of a story that pointed to posts imported later. This is not an edit, so the version stays. True
 * if one changed.
 */
export function rewriteLinksOf(t: Tx, site: OldSite, storyId: number): boolean {
  const story = storyById(t, storyId);
  if (!story) return false;
  const document = storedDocument(story);
  const bodyDoc = withLinks(document, (href) => resolveLink(t, site, href) ?? href);
  if (JSON.stringify(bodyDoc) === JSON.stringify(document)) return false;
  t.update(stories).set({ bodyDoc }).where(eq(stories.id, storyId)).run();
  rerenderBody(t, storyId);
  return true;
}
