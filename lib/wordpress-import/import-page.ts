import { truncateGraphemes } from '@barta/bengali/graphemes';
import { latinSlug } from '@barta/bengali/latin/slugify';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEntries, legacyUrls, staticPages } from '@/db/schema';
import { tx } from '@/db/tx';
import { type PageFields, pageLimits, tidyPage } from '@/lib/site/static-pages/page-fields';
import { savePage } from '@/lib/site/static-pages/save-page';
import type { StoryDocument } from '@/lib/stories/body/document';
import { documentHtml } from '@/lib/stories/body/document-html';
import { documentLookups } from '@/lib/stories/body/document-lookups';
import { needsBlockReferences, notationFromDocument } from '@/lib/stories/body/notation/document-notation';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { resolveLink } from './addresses/rewrite-links';
import { saveOwnAddress } from './addresses/save-old-address';
import { documentOfBody } from './content/body-document';
import { readBody } from './content/body-html';
import { plainTextOf } from './content/plain-text';
import type { ExportItem } from './export/export-format';
import type { ImportContext } from './import-context';
import { decodedSlug } from './old-site';
import { knownFilesOf, postFilesOf } from './posts/post-files';

/**
 * Imports a page of the old site (about us, contact) as a static page, in no menu: the newsroom chooses the menus.
 */
export async function importPage(context: ImportContext, item: ExportItem & { id: number }): Promise<void> {
  const { db, actor, now, addNote, report } = context;
  if (item.status !== 'publish' || item.password !== '') {
    const why = item.password === '' ? `is a page that is "${item.status}"` : 'is a page behind a password';
    addNote({ post: item.id, grade: 'skipped', reason: `${why}: only public pages come` });
    return;
  }
  const known = db.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, item.id)).get();
  // With two old sites, a post of one may have the id of a page of the other.
  const slugHere = /^\/page\/(.+)$/.exec(known?.target ?? '')?.[1];
  if (slugHere !== undefined) return addPagePictures(context, item, slugHere);
  const title =
    truncateGraphemes(oneLine(plainTextOf(item.title)), pageLimits.title, '…') ||
    decodedSlug(item.name) ||
    `${item.id}`;
  const body = await bodyOf(context, item);
  const wanted = wantedSlug(item, title);
  for (let at = 1; ; at += 1) {
    const fields = { slug: at === 1 ? wanted : `${wanted}-${at}`, title, body, menu: 'none' as const };
    const outcome = await savePage(db, actor, { ...fields, id: null, basedOn: 0 }, now);
    if (!outcome.ok && outcome.code === 'slug-taken' && !isHere(context, fields)) continue;
    if (!outcome.ok && outcome.code !== 'slug-taken') {
      addNote({
        post: item.id,
        grade: 'refused',
        reason: `the page "${title}" is not imported: ${outcome.code}`,
      });
      return;
    }
    if (outcome.ok) report.pages += 1;
    await keepAddress(context, item, fields.slug);
    if (at > 1)
      addNote({
        post: item.id,
        grade: 'changed',
        reason: `a page /page/${wanted} was here: this one is /page/${fields.slug}`,
      });
    return;
  }
}

/**
 * A page imported without its pictures gets them, once, and its links are rewritten, unless somebody here has edited
 * it.
 */
async function addPagePictures(context: ImportContext, item: ExportItem, slug: string): Promise<void> {
  const { db, actor, now, files, report } = context;
  const page = files && db.select().from(staticPages).where(eq(staticPages.slug, slug)).get();
  if (page?.version !== 1 || !isAsItCame(context, page.id)) return;
  const { title, menu } = page;
  const fields = tidyPage({ slug, title, menu, body: await bodyOf(context, item) });
  if (fields.body === page.body) return;
  const outcome = await savePage(db, actor, { ...fields, id: page.id, basedOn: 1 }, now);
  if (outcome.ok) report.withNewPictures += 1;
}

function isAsItCame({ db }: ImportContext, pageId: number): boolean {
  const ofPage = and(eq(auditEntries.subjectKind, 'page'), eq(auditEntries.subject, String(pageId)));
  const entries = db.select({ by: auditEntries.actorKind }).from(auditEntries).where(ofPage).all();
  return entries.length > 0 && entries.every(({ by }) => by !== 'staff');
}

/** An interrupted run may have stored the page without its old address. */
function isHere({ db }: ImportContext, fields: PageFields): boolean {
  const { title, body } = tidyPage(fields);
  const page = db.select().from(staticPages).where(eq(staticPages.slug, fields.slug)).get();
  return page?.title === title && page.body === body;
}

function wantedSlug({ name, id }: ExportItem, title: string): string {
  const own = decodedSlug(name);
  const latin = [own, latinSlug(own), latinSlug(title)].map(latinSlug).find((slug) => /^[a-z]/.test(slug));
  return (latin ?? `page-${id}`).slice(0, pageLimits.slug - 3).replace(/-+$/, '');
}

async function keepAddress(
  { db, now, report }: ImportContext,
  item: ExportItem & { id: number },
  slug: string,
): Promise<void> {
  const target = { targetKind: 'address' as const, target: `/page/${slug}` };
  await tx(db, (t) => {
    report.oldAddresses += saveOwnAddress(t, { link: item.link, post: item.id, target }, now).added;
  });
}

async function bodyOf(context: ImportContext, item: ExportItem): Promise<string> {
  const read = readBody(item.content);
  const files = await postFilesOf(context, item, read);
  return tx(context.db, (t) => {
    const link = (href: string) => resolveLink(t, context.site, href) ?? href;
    const document = documentOfBody(read, { ...knownFilesOf(files), link });
    return document.content.map((block) => typedOrHtml(t, { ...document, content: [block] })).join('\n\n');
  });
}

/** A page is text in notation. What the notation cannot express, such as a table, stays in it as allowed HTML. */
function typedOrHtml(t: Tx, block: StoryDocument): string {
  return needsBlockReferences(block) ? documentHtml(block, documentLookups(t)) : notationFromDocument(block);
}
