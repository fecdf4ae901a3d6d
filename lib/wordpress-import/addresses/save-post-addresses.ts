import { dhakaDay } from '@barta/bengali/dates';
import { eq } from 'drizzle-orm';
import { bylines, topics } from '@/db/schema';
import { tx } from '@/db/tx';
import { oldPath } from '@/lib/redirects/old-path';
import type { RedirectTarget } from '@/lib/redirects/redirect-target';
import { bylineNamed } from '@/lib/stories/fields/filing/bylines';
import { topicNamed } from '@/lib/stories/fields/filing/topics';
import type { ExportItem } from '../export/export-format';
import type { ImportContext, PostContext } from '../import-context';
import { decodedSlug } from '../old-site';
import { isTag, nameOf, signersOf } from '../posts/post-names';
import type { PostVisibility } from '../posts/post-visibility';
import { addPostNote, type PreparedPost } from '../posts/prepared-post';
import { pathOf, saveOldAddress, saveOwnAddress } from './save-old-address';

/** Saves the post's permalink and id, and the addresses of its listings, once they have content. */
export function savePostAddresses(
  postContext: PostContext,
  { item }: PreparedPost,
  storyId: number,
  { publishedAt }: Pick<PostVisibility, 'publishedAt'>,
): void {
  const { t, now } = postContext;
  const target = { targetKind: 'story' as const, target: String(storyId) };
  const { outcome, added } = saveOwnAddress(t, { link: item.link, post: item.id, target }, now);
  countAdded(postContext, added);
  if (outcome === 'taken')
    addPostNote(postContext, item, 'changed', `its address ${item.link} leads elsewhere already`);
  if (outcome === 'no-path')
    addPostNote(postContext, item, 'changed', `its address ${item.link} cannot be one here`);
  saveTermAddresses(postContext, item);
  saveAuthorAddresses(postContext, item);
  saveDayAddresses(postContext, item, publishedAt);
}

function saveTermAddresses(postContext: PostContext, item: ExportItem): void {
  const { t, options } = postContext;
  for (const { domain, nicename, name } of item.terms) {
    if (domain === 'category') saveCategoryAddresses(postContext, nicename);
    if (!isTag({ domain }) || nameOf(name || nicename) === '') continue;
    const topic = t
      .select()
      .from(topics)
      .where(eq(topics.id, topicNamed(t, nameOf(name || decodedSlug(nicename)))))
      .get();
    if (!topic) continue;
    for (const address of [`/${options.tagBase}/${nicename}`, `/?tag=${nicename}`])
      save(postContext, address, { targetKind: 'topic', target: topic.slug });
  }
}

/** Also for parent categories: one without posts of its own lists those of its children. */
function saveCategoryAddresses(postContext: PostContext, nicename: string): void {
  const { sections } = postContext;
  const line = [nicename, ...sections.ancestorsOf(nicename)];
  for (const [at, one] of line.entries()) {
    const section = line
      .slice(at)
      .map((name) => sections.chosen(name))
      .find(Boolean);
    if (!section) continue;
    const number = sections.categoryId(one);
    for (const path of [...sections.archivePaths(one).map(encodeURI), number && `/?cat=${number}`])
      if (path) save(postContext, path, { targetKind: 'section', target: section });
  }
}

function saveAuthorAddresses(postContext: PostContext, item: ExportItem): void {
  const { t, authors } = postContext;
  for (const { name, logins } of signersOf(postContext, item)) {
    const byline = t
      .select()
      .from(bylines)
      .where(eq(bylines.id, bylineNamed(t, name)))
      .get();
    if (!byline) continue;
    for (const login of new Set(logins)) {
      const number = authors.get(login)?.id;
      const named = `/author/${encodeURIComponent(decodedSlug(login))}`;
      for (const address of [named, number && `/?author=${number}`])
        if (address) save(postContext, address, { targetKind: 'byline', target: byline.slug });
    }
  }
}

/** Day, month and year pages redirect to the archive. */
function saveDayAddresses(postContext: PostContext, item: ExportItem, publishedAt: Date | null): void {
  if (!publishedAt) return;
  const day = /^[12]\d{3}-(?!00)\d\d-(?!00)\d\d/.exec(item.date)?.[0] ?? dhakaDay(publishedAt);
  const [year, month, date] = day.split('-');
  save(postContext, `/${year}/${month}/${date}`, { targetKind: 'address', target: `/archive/${day}` });
  save(postContext, `/${year}/${month}`, { targetKind: 'address', target: `/archive/${year}-${month}` });
  save(postContext, `/${year}`, { targetKind: 'address', target: '/archive' });
}

function save(postContext: PostContext, address: string, target: RedirectTarget): void {
  const saved = saveOldAddress(postContext.t, { address, target }, postContext.now);
  countAdded(postContext, saved === 'added' ? 1 : 0);
}

function countAdded(postContext: PostContext, added: number): void {
  postContext.count((report) => {
    report.oldAddresses += added;
  });
}

/** Its former slugs redirect to it unless a post has them now, which is known once all are imported. */
export function stageFormerSlugs(
  { staging }: Pick<PostContext, 'staging'>,
  { item }: PreparedPost,
  storyId: number,
): void {
  const link = pathOf(item.link);
  for (const slug of (item.meta.get('_wp_old_slug') ?? '').split('\n')) {
    const path = slug !== '' && link ? oldPath(link.replace(/[^/]+\/?$/, slug)) : null;
    if (path) staging.addFormerAddress(path, storyId);
  }
}

/** Runs at the end, when every post has its own address. */
export async function redirectFormerSlugs({ db, staging, now, report }: ImportContext): Promise<void> {
  for (let after = ''; ; ) {
    const some = staging.formerAddressesAfter(after, 200);
    const last = some.at(-1)?.path;
    if (last === undefined) return;
    after = last;
    await tx(db, (t) => {
      for (const { path, story } of some) {
        const target = { targetKind: 'story' as const, target: String(story) };
        if (saveOldAddress(t, { address: encodeURI(path), target }, now) === 'added')
          report.oldAddresses += 1;
      }
    });
  }
}
