import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import type { Say } from '@/lib/site/labels';
import type { ShownAsked } from './list-query';

export type ListTab = 'all' | 'mine' | Exclude<ShownAsked['state'], ''>;

const tabs: readonly ListTab[] = ['all', 'mine', 'draft', 'filed', 'scheduled', 'published', 'retracted'];

interface ListTabsProps {
  asked: ShownAsked;
  /** How many stand there, as it is printed. */
  counts: Readonly<Record<ListTab, string>>;
  hrefOf: (asked: ShownAsked) => string;
  say: Say;
}

/** The states and one's own; the other filters stay as they are. */
export function ListTabs({ asked, counts, hrefOf, say }: ListTabsProps) {
  const here: ListTab = asked.state === '' ? (asked.whose === 'mine' ? 'mine' : 'all') : asked.state;
  return (
    <LinkTabs
      label={say('storyDesk.filterByState')}
      tabs={tabs.map((tab) => ({
        href: hrefOf(askedBy(asked, tab)),
        words: say(`storyDesk.${tab}`),
        isHere: tab === here,
        count: counts[tab],
      }))}
    />
  );
}

function askedBy(asked: ShownAsked, tab: ListTab): ShownAsked {
  const whose = asked.whose === 'mine' ? '' : asked.whose;
  if (tab === 'all') return { ...asked, state: '', whose };
  if (tab === 'mine') return { ...asked, state: '', whose: 'mine' };
  return { ...asked, state: tab };
}
