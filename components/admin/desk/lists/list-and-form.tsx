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
  /** The heading of the form. */
  heading: string;
  /** The form, or a word on how to come by one. */
  children: ReactNode;
}

/** What the desk keeps a list of, each with a form that opens beside it. */
export function ListAndForm({ title, columns, entries, here, empty, heading, children }: ListAndFormProps) {
  const [, ...others] = columns;
  return (
    <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
      {entries.length === 0 ? (
        <p className="note">{empty}</p>
      ) : (
        <table className="desk desk--plain">
          <caption className="vh">{title}</caption>
          <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
            <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
              {columns.map(({ label, look }) => (
                <th key={label} scope="col" className={look === 'num' ? 'num' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {entries.map(({ id, name, href, below, cells }) => (
              <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={id}>
                <td className="h">
                  <a
                    className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                    href={href}
                    aria-current={id === here || undefined}
                  >
                    {name}
                  </a>
                  {below && (
                    <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">{below}</div>
                  )}
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
