import { dhakaDay } from '@barta/bengali/dates';
import { eq } from 'drizzle-orm';
import { bylines, topics } from '@/db/schema';
import { tx } from '@/db/tx';
import { oldPath } from '@/lib/redirects/old-path';
import type { RedirectTarget } from '@/lib/redirects/redirect-target';
import { bylineNamed } from '@/lib/stories/fields/filing/bylines';
import { topicNamed } from '@/lib/stories/fields/filing/topics';
import type { ImportContext, PostContext } from '../import-context';
import { decodedSlug } from '../old-site';
import { isTag, nameOf, signersOf } from '../posts/post-names';
import type { PostVisibility } from '../posts/post-visibility';
import { addPostNote, type PreparedPost } from '../posts/prepared-post';
import { pathOf, saveOldAddress, saveOwnAddress } from './save-old-address';

/** Its own address and number, and those of its listings, once there is something behind them. */
export function savePostAddresses(
  postContext: PostContext,
  { item }: PreparedPost,
  storyId: number,
  { publishedAt }: Pick<PostVisibility, 'publishedAt'>,
): void {
  const { t, now, options } = postContext;
  const target = { targetKind: 'story' as const, target: String(storyId) };
  const { kept, added } = saveOwnAddress(t, { link: item.link, post: item.id, target }, now);
  countAdded(added);
  if (kept === 'taken')
    addPostNote(postContext, item, 'changed', `its address ${item.link} leads elsewhere already`);
  if (kept === 'no-path')
    addPostNote(postContext, item, 'changed', `its address ${item.link} cannot be one here`);

  for (const { domain, nicename, name } of item.terms) {
    if (domain === 'category') keepCategory(nicename);
    if (isTag({ domain }) && nameOf(name || nicename) !== '') {
      const topic = t
        .select()
        .from(topics)
        .where(eq(topics.id, topicNamed(t, nameOf(name || decodedSlug(nicename)))))
        .get();
      if (topic)
        for (const address of [`/${options.tagBase}/${nicename}`, `/?tag=${nicename}`])
          keep(address, { targetKind: 'topic', target: topic.slug });
    }
  }
  for (const { name, logins } of signersOf(postContext, item)) {
    const byline = t
      .select()
      .from(bylines)
      .where(eq(bylines.id, bylineNamed(t, name)))
      .get();
    if (!byline) continue;
    for (const login of new Set(logins)) {
      const number = postContext.authors.get(login)?.id;
      for (const address of [
        `/author/${encodeURIComponent(decodedSlug(login))}`,
        number && `/?author=${number}`,
      ])
        if (address) keep(address, { targetKind: 'byline', target: byline.slug });
    }
  }
  const day = publishedAt
    ? (/^[12]\d{3}-(?!00)\d\d-(?!00)\d\d/.exec(item.date)?.[0] ?? dhakaDay(publishedAt))
    : null;
  if (day) {
    const [year, month, date] = day.split('-');
    keep(`/${year}/${month}/${date}`, { targetKind: 'address', target: `/archive/${day}` });
    keep(`/${year}/${month}`, { targetKind: 'address', target: `/archive/${year}-${month}` });
    keep(`/${year}`, { targetKind: 'address', target: '/archive' });
  }

  /** Also of those that hold it: a category that has no posts of its own lists theirs. */
  function keepCategory(nicename: string): void {
    const line = [nicename, ...postContext.sections.ancestorsOf(nicename)];
    for (const [at, one] of line.entries()) {
      const section = line
        .slice(at)
        .map((name) => postContext.sections.chosen(name))
        .find(Boolean);
      const number = postContext.sections.categoryId(one);
      if (!section) continue;
      for (const path of [
        ...postContext.sections.archivePaths(one).map(encodeURI),
        number && `/?cat=${number}`,
      ])
        if (path) keep(path, { targetKind: 'section', target: section });
    }
  }

  function keep(address: string, to: RedirectTarget): void {
    countAdded(saveOldAddress(t, { address, target: to }, now) === 'added' ? 1 : 0);
  }

  function countAdded(added: number): void {
    postContext.count((report) => {
      report.oldAddresses += added;
    });
  }
}

/** The slugs that it had before lead to it where no post has them now, which is known once all are here. */
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

/** Of the run's end, when every post has its own address. */
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
