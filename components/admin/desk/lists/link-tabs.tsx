interface LinkTabsProps {
  label: string;
  tabs: readonly { href: string; words: string; isHere: boolean; count?: string | undefined }[];
}

/** Plain links to the parts of a list, the one that is shown marked. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, words, isHere, count }) => (
        <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          {words} {count && <span className="n">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
