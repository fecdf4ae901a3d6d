import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';

interface CommentTabsProps {
  tab: string;
  tabs: readonly { tab: string; label: string }[];
  counts: Readonly<Record<string, string>>;
  label: string;
}

/** The states, each with how many stand in it. */
export function CommentTabs({ tab, tabs, counts, label }: CommentTabsProps) {
  return (
    <LinkTabs
      label={label}
      tabs={tabs.map(({ tab: name, label: words }) => ({
        href: `/admin/comments?state=${name}`,
        words,
        isHere: name === tab,
        count: counts[name],
      }))}
    />
  );
}
