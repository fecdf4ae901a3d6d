import type { Say } from '@/lib/site/labels';

export interface DeskRow {
  id: number;
  href: string;
  title: string;
  /** The text at the end of the row: when, how often. */
  aside: string;
  /** A second line under the title. */
  below?: string;
}

interface DeskListProps {
  id: string;
  heading: string;
  rows: readonly DeskRow[];
  /** The message for an empty list. */
  empty: string;
  /** The whole list, and how long it is when that is known. */
  all?: { href: string; count?: number } | undefined;
  /** Each is called by who wrote it. */
  isOfPeople?: boolean;
  say: Say;
}

/** A short list of the desk's home under a thick rule, with a way to the whole of it. */
export function DeskList({ id, heading, rows, empty, all, isOfPeople = false, say }: DeskListProps) {
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>
        {heading}
        {all?.count ? (
          <span className="count my-0 mr-0 ml-[0.4rem] text-meta/[1.5] font-sans font-text text-ink-3">
            {say('admin.count', { count: all.count })}
          </span>
        ) : null}
      </h2>
      {rows.length === 0 && <p className="meta">{empty}</p>}
      {rows.length > 0 && (
        <ul className={isOfPeople ? '[&_a]:font-sans' : undefined}>
          {rows.map((row) => (
            <li
              className="py-[0.45rem] px-0 gap-y-0 gap-x-3 border-b border-b-rule grid grid-cols-[minmax(0,1fr)_auto] items-baseline"
              key={row.id}
            >
              <a
                className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                href={row.href}
              >
                {row.title}
              </a>
              <span className="meta text-micro whitespace-nowrap">{row.aside}</span>
              {row.below && <p className="col-span-full text-ink-2">{row.below}</p>}
            </li>
          ))}
        </ul>
      )}
      {all && rows.length > 0 && (
        <p>
          <a className="font-medium inline-flex items-center min-h-9 text-accent" href={all.href}>
            {say('admin.seeAll')}
            <span className="vh">: {heading}</span>
          </a>
        </p>
      )}
    </section>
  );
}
