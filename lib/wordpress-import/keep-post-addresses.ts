import { dhakaDay } from '@barta/bengali/dates';
import { eq } from 'drizzle-orm';
import { bylines, topics } from '@/db/schema';
import { tx } from '@/db/tx';
import { oldPath } from '@/lib/redirects/old-path';
import type { RedirectTarget } from '@/lib/redirects/redirect-target';
import { bylineNamed } from '@/lib/stories/fields/filing/bylines';
import { topicNamed } from '@/lib/stories/fields/filing/topics';
import { keepOldAddress, keepOwnAddress, pathOf } from './keep-old-address';
import type { Move, Step } from './move';
import { spelt } from './old-site';
import { isTag, nameOf, signersOf } from './post-names';
import type { PostStanding } from './post-visibility';
import { noteOf, type ReadyPost } from './ready-post';

/** Its own address and number, and those of its listings, once there is something behind them. */
export function keepPostAddresses(
  step: Step,
  { item }: ReadyPost,
  storyId: number,
  { publishedAt }: Pick<PostStanding, 'publishedAt'>,
): void {
  const { t, now, wish } = step;
  const target = { targetKind: 'story' as const, target: String(storyId) };
  const { kept, added } = keepOwnAddress(t, { link: item.link, post: item.id, target }, now);
  countAdded(added);
  if (kept === 'taken') noteOf(step, item, 'otherwise', `its address ${item.link} leads elsewhere already`);
  if (kept === 'no-path') noteOf(step, item, 'otherwise', `its address ${item.link} cannot be one here`);

  for (const { domain, nicename, name } of item.terms) {
    if (domain === 'category') keepCategory(nicename);
    if (isTag({ domain }) && nameOf(name || nicename) !== '') {
      const topic = t
        .select()
        .from(topics)
        .where(eq(topics.id, topicNamed(t, nameOf(name || spelt(nicename)))))
        .get();
      if (topic)
        for (const address of [`/${wish.tagBase}/${nicename}`, `/?tag=${nicename}`])
          keep(address, { targetKind: 'topic', target: topic.slug });
    }
  }
  for (const { name, logins } of signersOf(step, item)) {
    const byline = t
      .select()
      .from(bylines)
      .where(eq(bylines.id, bylineNamed(t, name)))
      .get();
    if (!byline) continue;
    for (const login of new Set(logins)) {
      const number = step.authors.get(login)?.id;
      for (const address of [`/author/${encodeURIComponent(spelt(login))}`, number && `/?author=${number}`])
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
    const line = [nicename, ...step.sections.above(nicename)];
    for (const [at, one] of line.entries()) {
      const section = line.slice(at).map(step.sections.known).find(Boolean);
      const number = step.sections.numberOf(one);
      if (!section) continue;
      for (const path of [...step.sections.archives(one).map(encodeURI), number && `/?cat=${number}`])
        if (path) keep(path, { targetKind: 'section', target: section });
    }
  }

  function keep(address: string, to: RedirectTarget): void {
    countAdded(keepOldAddress(t, { address, target: to }, now) === 'added' ? 1 : 0);
  }

  function countAdded(added: number): void {
    step.count((report) => {
      report.oldAddresses += added;
    });
  }
}

/** The slugs that it had before lead to it where no post has them now, which is known once all are here. */
export function shelveFormerSlugs(
  { shelf }: Pick<Step, 'shelf'>,
  { item }: ReadyPost,
  storyId: number,
): void {
  const link = pathOf(item.link);
  for (const slug of (item.meta.get('_wp_old_slug') ?? '').split('\n')) {
    const path = slug !== '' && link ? oldPath(link.replace(/[^/]+\/?$/, slug)) : null;
    if (path) shelf.putFormer(path, storyId);
  }
}

/** Of the run's end, when every post has its own address. */
export async function leadFormerSlugs({ db, shelf, now, report }: Move): Promise<void> {
  for (let after = ''; ; ) {
    const some = shelf.formerAfter(after, 200);
    const last = some.at(-1)?.path;
    if (last === undefined) return;
    after = last;
    await tx(db, (t) => {
      for (const { path, story } of some) {
        const target = { targetKind: 'story' as const, target: String(story) };
        if (keepOldAddress(t, { address: encodeURI(path), target }, now) === 'added')
          report.oldAddresses += 1;
      }
    });
  }
}
