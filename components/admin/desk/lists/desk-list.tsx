import type { Say } from '@/lib/site/labels';

export interface DeskRow {
  id: number;
  href: string;
  title: string;
  /** What stands at the row's end: when, how often. */
  aside: string;
  /** A second line under the title. */
  below?: string;
}

interface DeskListProps {
  id: string;
  heading: string;
  rows: readonly DeskRow[];
  /** What is said when there are none. */
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
        {all?.count ? <span className="count">{say('admin.count', { count: all.count })}</span> : null}
      </h2>
      {rows.length === 0 && <p className="meta">{empty}</p>}
      {rows.length > 0 && (
        <ul className={isOfPeople ? 'lines lines--people' : 'lines'}>
          {rows.map((row) => (
            <li key={row.id}>
              <a href={row.href}>{row.title}</a>
              <span className="meta">{row.aside}</span>
              {row.below && <p>{row.below}</p>}
            </li>
          ))}
        </ul>
      )}
      {all && rows.length > 0 && (
        <p className="lines__all">
          <a href={all.href}>
            {say('admin.seeAll')}
            <span className="vh">: {heading}</span>
          </a>
        </p>
      )}
    </section>
  );
}
