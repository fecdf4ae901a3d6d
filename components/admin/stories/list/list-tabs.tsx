import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import type { Say } from '@/lib/site/labels';
import type { ListQueryView } from './list-query';

export type ListTab = 'all' | 'mine' | Exclude<ListQueryView['state'], ''>;

const tabs: readonly ListTab[] = ['all', 'mine', 'draft', 'filed', 'scheduled', 'published', 'retracted'];

interface ListTabsProps {
  query: ListQueryView;
  /** How many stand there, as it is printed. */
  counts: Readonly<Record<ListTab, string>>;
  hrefOf: (query: ListQueryView) => string;
  say: Say;
}

/** The states and one's own; the other filters stay as they are. */
export function ListTabs({ query, counts, hrefOf, say }: ListTabsProps) {
  const here: ListTab = query.state === '' ? (query.whose === 'mine' ? 'mine' : 'all') : query.state;
  return (
    <LinkTabs
      label={say('storyDesk.filterByState')}
      tabs={tabs.map((tab) => ({
        href: hrefOf(queryOfTab(query, tab)),
        words: say(`storyDesk.${tab}`),
        isHere: tab === here,
        count: counts[tab],
      }))}
    />
  );
}

function queryOfTab(query: ListQueryView, tab: ListTab): ListQueryView {
  const whose = query.whose === 'mine' ? '' : query.whose;
  if (tab === 'all') return { ...query, state: '', whose };
  if (tab === 'mine') return { ...query, state: '', whose: 'mine' };
  return { ...query, state: tab };
}
