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
      <table className="desk desk--revisions">
        <caption className="vh">{say('keeping.revisions')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('keeping.from')}</th>
            <th scope="col">{say('keeping.to')}</th>
            <th scope="col">{say('keeping.revision')}</th>
            <th scope="col">{say('keeping.reason')}</th>
            <th scope="col">{say('keeping.who')}</th>
            <th scope="col">{say('keeping.when')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td />
            <td className="to">
              <Choice name="to" which="now" of={say('keeping.asItIsNow')} chosen={to} say={say} />
            </td>
            <td className="h">{say('keeping.asItIsNow')}</td>
            <td />
            <td />
            <td />
          </tr>
          {revisions.map((revision) => (
            <tr key={revision.number}>
              <td className="from">
                <Choice name="from" which={revision.number} of={revision.name} chosen={from} say={say} />
              </td>
              <td className="to">
                <Choice name="to" which={revision.number} of={revision.name} chosen={to} say={say} />
              </td>
              <td className="h">
                <a href={`${path}?from=${revision.number}&to=now`}>{revision.name}</a>
              </td>
              <td>{revision.reason}</td>
              <td>{revision.by}</td>
              <td className="nowrap">
                <time dateTime={revision.at}>{revision.when}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="foot">
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
    <label className="check">
      <input type="radio" name={name} value={which} defaultChecked={which === chosen} />
      <span className="vh">
        {say(`keeping.${name}`)}: {of}
      </span>
      <span className="only-narrow" aria-hidden="true">
        {say(`keeping.${name}`)}
      </span>
    </label>
  );
}
