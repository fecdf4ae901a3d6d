import { eq } from 'drizzle-orm';
import { bylines, topics } from '@/db/schema';
import { dhakaDay } from '@/lib/bengali/dates';
import { bylineNamed, topicNamed } from '@/lib/stories/story-rows';
import { keepOldAddress } from './keep-old-address';
import type { Step } from './move';
import { spelt } from './old-site';
import { isTag, nameOf, signersOf } from './post-names';
import type { PostStanding } from './post-standing';
import { noteOf, type ReadyPost } from './ready-post';

/** Its own address and number, those it had before, and those of its listings, once there is something behind them. */
export function keepPostAddresses(
  step: Step,
  { item }: ReadyPost,
  storyId: number,
  { state, publishedAt }: Pick<PostStanding, 'state' | 'publishedAt'>,
): void {
  const { t, now, wish } = step;
  if (state !== 'published' && state !== 'scheduled') return;
  const target = { targetKind: 'story' as const, target: String(storyId) };
  const link = pathOf(item.link);
  // A site without pretty addresses has numbers only; this is one of the paths that WordPress gives such a post.
  keep(link ?? `/archives/${item.id}`, target, item.id);
  for (const slug of (item.meta.get('_wp_old_slug') ?? '').split('\n')) {
    if (slug !== '' && link) keep(link.replace(/[^/]+\/?$/, slug), target);
  }
  for (const { domain, nicename, name } of item.terms) {
    const isCategory = domain === 'category';
    const section = isCategory ? step.sections.known(nicename) : null;
    if (section)
      for (const path of step.sections.archives(nicename))
        keep(encodeURI(path), { targetKind: 'section', target: section });
    if (isTag({ domain }) && nameOf(name || nicename) !== '') {
      const topic = t
        .select()
        .from(topics)
        .where(eq(topics.id, topicNamed(t, nameOf(name || spelt(nicename)))))
        .get();
      if (topic) keep(`/${wish.tagBase}/${nicename}`, { targetKind: 'topic', target: topic.slug });
    }
  }
  for (const { name, logins } of signersOf(step, item)) {
    const byline = t
      .select()
      .from(bylines)
      .where(eq(bylines.id, bylineNamed(t, name)))
      .get();
    if (!byline) continue;
    for (const login of new Set(logins))
      keep(`/author/${encodeURIComponent(spelt(login))}`, { targetKind: 'byline', target: byline.slug });
  }
  const day = publishedAt ? (/^\d{4}-\d\d-\d\d/.exec(item.date)?.[0] ?? dhakaDay(publishedAt)) : null;
  if (day) {
    const [year, month, date] = day.split('-');
    keep(`/${year}/${month}/${date}`, { targetKind: 'address', target: `/archive/${day}` });
    keep(`/${year}/${month}`, { targetKind: 'address', target: `/archive/${year}-${month}` });
    keep(`/${year}`, { targetKind: 'address', target: '/archive' });
  }

  function keep(address: string, to: Parameters<typeof keepOldAddress>[1]['target'], of?: number): void {
    const kept = keepOldAddress(t, { address, target: to, post: of ?? null }, now);
    if (kept === 'added')
      step.count((report) => {
        report.oldAddresses += 1;
      });
    if (kept === 'taken' && of !== undefined)
      noteOf(step, item, 'otherwise', `its address ${spelt(address)} leads elsewhere already`);
    if (kept === 'no-path' && of !== undefined)
      noteOf(step, item, 'otherwise', `its address ${address} cannot be one here`);
  }
}

/** Of a link that has one; `/?p=61` has none. */
function pathOf(link: string): string | null {
  const path = link.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path === '' || path === '/' ? null : path;
}
