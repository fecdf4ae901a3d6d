import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

export interface ListedRevision {
  number: number;
  name: string;
  reason: string;
  by: string;
  when: string;
  /** The same for machines. */
  at: string;
}

type Which = number | 'now';

interface RevisionListProps {
  storyId: number;
  revisions: readonly ListedRevision[];
  /** What is compared now. */
  from: Which;
  to: Which;
  say: Say;
}

/** A story's revisions, any two of which can be chosen to be compared. A form that asks: its answer has an address. */
export function RevisionList({ storyId, revisions, from, to, say }: RevisionListProps) {
  const path = `/admin/stories/${storyId}/revisions`;
  return (
    <form action={path} aria-label={say('keeping.compare')}>
      <table className="desk">
        <caption className="vh">{say('keeping.revisions')}</caption>
        <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
          <tr className="max-md:grid-cols-[auto_auto_minmax(0,1fr)] max-md:items-center">
            <th scope="col">{say('keeping.from')}</th>
            <th scope="col">{say('keeping.to')}</th>
            <th scope="col">{say('keeping.revision')}</th>
            <th scope="col">{say('keeping.reason')}</th>
            <th scope="col">{say('keeping.who')}</th>
            <th scope="col">{say('keeping.when')}</th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          <tr className="max-md:grid-cols-[auto_auto_minmax(0,1fr)] max-md:items-center">
            <td className="max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3" />
            <td className="to max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
              <Choice name="to" which="now" of={say('keeping.asItIsNow')} chosen={to} say={say} />
            </td>
            <td className="h max-md:col-[3] max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
              {say('keeping.asItIsNow')}
            </td>
            <td className="max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3" />
            <td className="max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3" />
            <td className="max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3" />
          </tr>
          {revisions.map((revision) => (
            <tr
              className="max-md:grid-cols-[auto_auto_minmax(0,1fr)] max-md:items-center"
              key={revision.number}
            >
              <td className="from max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
                <Choice name="from" which={revision.number} of={revision.name} chosen={from} say={say} />
              </td>
              <td className="to max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
                <Choice name="to" which={revision.number} of={revision.name} chosen={to} say={say} />
              </td>
              <td className="h max-md:col-[3] max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
                <a
                  className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                  href={`${path}?from=${revision.number}&to=now`}
                >
                  {revision.name}
                </a>
              </td>
              <td className="max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
                {revision.reason}
              </td>
              <td className="max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
                {revision.by}
              </td>
              <td className="nowrap max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3">
                <time dateTime={revision.at}>{revision.when}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
        <Button kind="ink">{say('keeping.compare')}</Button>
      </p>
    </form>
  );
}

function Choice({
  name,
  which,
  of,
  chosen,
  say,
}: {
  name: 'from' | 'to';
  which: Which;
  of: string;
  chosen: Which;
  say: Say;
}) {
  return (
    <label className="check min-h-(--h)">
      <input type="radio" name={name} value={which} defaultChecked={which === chosen} />
      <span className="vh">
        {say(`keeping.${name}`)}: {of}
      </span>
      <span className="hidden max-md:inline" aria-hidden="true">
        {say(`keeping.${name}`)}
      </span>
    </label>
  );
}
