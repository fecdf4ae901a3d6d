import type { ReactNode } from 'react';

export interface ListedEntry {
  id: number;
  name: string;
  /** Where its form opens. */
  href: string;
  /** A second line under the name. */
  below?: string | null | undefined;
  /** One for each column behind the first. */
  cells: readonly ReactNode[];
}

interface ListAndFormProps {
  title: string;
  /** The first is that of the names. `look`: as list.css knows them; a `num` stands at the right. */
  columns: readonly { label: string; look?: 'sec' | 'st' | 'au' | 'num' }[];
  entries: readonly ListedEntry[];
  /** The one whose form is open. */
  here: number | undefined;
  empty: string;
  /** What stands over the form. */
  heading: string;
  /** The form, or a word on how to come by one. */
  children: ReactNode;
}

/** What the desk keeps a list of, each with a form that opens beside it. */
export function ListAndForm({ title, columns, entries, here, empty, heading, children }: ListAndFormProps) {
  const [, ...others] = columns;
  return (
    <div className="staff">
      {entries.length === 0 ? (
        <p className="note">{empty}</p>
      ) : (
        <table className="desk desk--plain">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              {columns.map(({ label, look }) => (
                <th key={label} scope="col" className={look === 'num' ? 'num' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id, name, href, below, cells }) => (
              <tr key={id}>
                <td className="h">
                  <a href={href} aria-current={id === here || undefined}>
                    {name}
                  </a>
                  {below && <div className="meta">{below}</div>}
                </td>
                {others.map(({ label, look = 'sec' }, at) => (
                  <td key={label} className={look}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section className="panel" aria-labelledby="edit">
        <h2 id="edit">{heading}</h2>
        {children}
      </section>
    </div>
  );
}
