import { truncateGraphemes } from '@barta/bengali/graphemes';
import { latinSlug } from '@barta/bengali/latin/slugify';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEntries, legacyUrls, staticPages } from '@/db/schema';
import { tx } from '@/db/tx';
import { type PageFields, pageLimits, tidyPage } from '@/lib/site/static-pages/page-fields';
import { savePage } from '@/lib/site/static-pages/save-page';
import type { StoryDocument } from '@/lib/stories/body/document';
import { renderDocument } from '@/lib/stories/body/document-html';
import { lookupsIn } from '@/lib/stories/body/document-lookups';
import { hasUntypedBlocks, typedFromDocument } from '@/lib/stories/body/notation/document-notation';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { documentOfBody } from './content/body-document';
import { readBody } from './content/body-html';
import { wordsOf } from './content/plain-words';
import type { ExportItem } from './export/shape';
import { keepOwnAddress } from './keep-old-address';
import { leadOf } from './lead-links';
import type { Move } from './move';
import { spelt } from './old-site';
import { knownFilesOf, postFilesOf } from './post-files';

/** A page of the old site (about us, contact) as one of ours, in no menu: which pages it names is the newsroom's choice. */
export async function takePage(move: Move, item: ExportItem & { id: number }): Promise<void> {
  const { db, actor, now, tell, report } = move;
  if (item.status !== 'publish' || item.password !== '') {
    const why = item.password === '' ? `is a page that is "${item.status}"` : 'is a page behind a password';
    tell({ post: item.id, grade: 'left out', reason: `${why}: only public pages come` });
    return;
  }
  const known = db.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, item.id)).get();
  // Of two old sites a post of the one may have the number of a page of the other.
  const slugHere = /^\/page\/(.+)$/.exec(known?.target ?? '')?.[1];
  if (slugHere !== undefined) return addPagePictures(move, item, slugHere);
  const title =
    truncateGraphemes(oneLine(wordsOf(item.title)), pageLimits.title, '…') ||
    spelt(item.name) ||
    `${item.id}`;
  const body = await bodyOf(move, item);
  const wanted = wantedSlug(item, title);
  for (let at = 1; ; at += 1) {
    const fields = { slug: at === 1 ? wanted : `${wanted}-${at}`, title, body, menu: 'none' as const };
    const outcome = await savePage(db, actor, { ...fields, id: null, basedOn: 0 }, now);
    if (!outcome.ok && outcome.code === 'slug-taken' && !isHere(move, fields)) continue;
    if (!outcome.ok && outcome.code !== 'slug-taken') {
      tell({
        post: item.id,
        grade: 'refused',
        reason: `the page "${title}" is not imported: ${outcome.code}`,
      });
      return;
    }
    if (outcome.ok) report.pages += 1;
    await keepAddress(move, item, fields.slug);
    if (at > 1)
      tell({
        post: item.id,
        grade: 'otherwise',
        reason: `a page /page/${wanted} was here: this one is /page/${fields.slug}`,
      });
    return;
  }
}

/** A page that came without its pictures gets them, once, and its links lead here, unless somebody here has worked on it. */
async function addPagePictures(move: Move, item: ExportItem, slug: string): Promise<void> {
  const { db, actor, now, files, report } = move;
  const page = files && db.select().from(staticPages).where(eq(staticPages.slug, slug)).get();
  if (page?.version !== 1 || !isAsItCame(move, page.id)) return;
  const { title, menu } = page;
  const fields = tidyPage({ slug, title, menu, body: await bodyOf(move, item) });
  if (fields.body === page.body) return;
  const outcome = await savePage(db, actor, { ...fields, id: page.id, basedOn: 1 }, now);
  if (outcome.ok) report.pictured += 1;
}

function isAsItCame({ db }: Move, pageId: number): boolean {
  const ofPage = and(eq(auditEntries.subjectKind, 'page'), eq(auditEntries.subject, String(pageId)));
  const deeds = db.select({ by: auditEntries.actorKind }).from(auditEntries).where(ofPage).all();
  return deeds.length > 0 && deeds.every(({ by }) => by !== 'staff');
}

/** A run that was cut short between a page and its old address has left the page. */
function isHere({ db }: Move, fields: PageFields): boolean {
  const { title, body } = tidyPage(fields);
  const page = db.select().from(staticPages).where(eq(staticPages.slug, fields.slug)).get();
  return page?.title === title && page.body === body;
}

function wantedSlug({ name, id }: ExportItem, title: string): string {
  const own = spelt(name);
  const latin = [own, latinSlug(own), latinSlug(title)].map(latinSlug).find((slug) => /^[a-z]/.test(slug));
  return (latin ?? `page-${id}`).slice(0, pageLimits.slug - 3).replace(/-+$/, '');
}

async function keepAddress(
  { db, now, report }: Move,
  item: ExportItem & { id: number },
  slug: string,
): Promise<void> {
  const target = { targetKind: 'address' as const, target: `/page/${slug}` };
  await tx(db, (t) => {
    report.oldAddresses += keepOwnAddress(t, { link: item.link, post: item.id, target }, now).added;
  });
}

async function bodyOf(move: Move, item: ExportItem): Promise<string> {
  const read = readBody(item.content);
  const files = await postFilesOf(move, item, read);
  return tx(move.db, (t) => {
    const link = (href: string) => leadOf(t, move.site, href) ?? href;
    const document = documentOfBody(read, { ...knownFilesOf(files), link });
    return document.content.map((block) => typedOrHtml(t, { ...document, content: [block] })).join('\n\n');
  });
}

/** A page is typed text. What that has no sign for, as a table, stands in it as HTML, which it may hold. */
function typedOrHtml(t: Tx, block: StoryDocument): string {
  return hasUntypedBlocks(block) ? renderDocument(block, lookupsIn(t)) : typedFromDocument(block);
}
