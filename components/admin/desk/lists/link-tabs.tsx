interface LinkTabsProps {
  label: string;
  tabs: readonly { href: string; words: string; isHere: boolean; count?: string | undefined }[];
}

/** Plain links to the parts of a list, the one that is shown marked. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav
      className="tabs mb-3 gap-1 overflow-x-auto border-b border-b-rule flex [scrollbar-width:none]"
      aria-label={label}
    >
      {tabs.map(({ href, words, isHere, count }) => (
        <a
          className="py-0 px-3 gap-[0.4rem] font-medium flex items-center min-h-10 text-ink-2 whitespace-nowrap hover:text-ink hover:no-underline hover:bg-wash [&[aria-current]]:font-strong [&[aria-current]]:text-ink [&[aria-current]]:[box-shadow:inset_0_-3px_0_var(--color-accent)] focus-visible:-outline-offset-3"
          key={href}
          href={href}
          aria-current={isHere ? 'page' : undefined}
        >
          {words} {count && <span className="text-(length:--text-meta) font-text text-ink-3">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
