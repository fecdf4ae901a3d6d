import { longDate } from '@barta/bengali/dates';
import type { Say } from '@/lib/site/labels';
import { RowTick } from './bulk/row-ticks.client';

interface BinListProps {
  stories: readonly {
    id: number;
    tick: string;
    headline: string;
    section: string;
    binnedAt: Date | null;
    /** Who threw it away. */
    name: string | null;
  }[];
  /** So long each lies there. */
  days: number;
  say: Say;
  now: Date;
}

const A_DAY_MS = 86_400_000;

/** The bin as a table with a box in each row, and how long each still lies there. */
export function BinList({ stories, days, say, now }: BinListProps) {
  if (stories.length === 0) return <p className="note">{say('work.binEmpty')}</p>;
  return (
    <table className="desk desk--stories">
      <caption className="vh">{say('work.binHeading')}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[1.75rem_minmax(0,1fr)_auto]">
          <th scope="col">
            <span className="vh">{say('list.choice')}</span>
          </th>
          <th scope="col">{say('editor.headline')}</th>
          <th scope="col">{say('editor.section')}</th>
          <th scope="col">{say('work.thrown')}</th>
          <th scope="col">{say('work.erasedIn')}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {stories.map(({ id, tick, headline, section, binnedAt, name }) => (
          <tr className="max-md:grid-cols-[1.75rem_minmax(0,1fr)_auto]" key={id}>
            <td className="max-md:row-[1/span_3]">
              <RowTick value={tick} label={say('list.choose', { headline })} />
            </td>
            <td className="h">
              <a
                className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                href={`/admin/stories/${id}`}
              >
                {headline}
              </a>
              <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">
                {name && <span>{say('work.thrownBy', { name })}</span>}
              </div>
            </td>
            <td className="sec nowrap">{section}</td>
            <td className="au nowrap">{binnedAt && longDate(binnedAt)}</td>
            <td className="tm nowrap">
              {binnedAt && say('work.daysLeft', { count: daysLeft(binnedAt, days, now) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function daysLeft(binnedAt: Date, days: number, now: Date): number {
  return Math.max(0, Math.ceil((binnedAt.getTime() + days * A_DAY_MS - now.getTime()) / A_DAY_MS));
}
