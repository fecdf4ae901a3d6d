interface Props {
  tab: string;
  tabs: readonly { tab: string; label: string }[];
  counts: Readonly<Record<string, string>>;
  label: string;
}

/** The states, each with how many stand in it. */
export function CommentTabs({ tab, tabs, counts, label }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ tab: name, label: words }) => (
        <a key={name} href={`/admin/comments?state=${name}`} aria-current={name === tab ? 'page' : undefined}>
          {words} {counts[name] && <span className="n">{counts[name]}</span>}
        </a>
      ))}
    </nav>
  );
}
