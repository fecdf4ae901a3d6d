import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

export interface ListedRevision {
  number: number;
  name: string;
  reason: string;
  by: string;
  when: string;
  /** `when` as an ISO date. */
  at: string;
}

type RevisionChoice = number | 'now';

interface RevisionListProps {
  storyId: number;
  revisions: readonly ListedRevision[];
  /** The two that are compared. */
  from: RevisionChoice;
  to: RevisionChoice;
  say: Say;
}

/** A story's revisions, of which any two can be compared. A GET form, so that the comparison has an address. */
export function RevisionList({ storyId, revisions, from, to, say }: RevisionListProps) {
  const path = `/admin/stories/${storyId}/revisions`;
  return (
    <form action={path} aria-label={say('versions.compare')}>
      <table className="desk">
        <caption className="vh">{say('versions.revisions')}</caption>
        <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
          <tr className={ROW}>
            <th scope="col">{say('versions.from')}</th>
            <th scope="col">{say('versions.to')}</th>
            <th scope="col">{say('versions.revision')}</th>
            <th scope="col">{say('versions.reason')}</th>
            <th scope="col">{say('versions.who')}</th>
            <th scope="col">{say('versions.when')}</th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          <CurrentTextRow to={to} say={say} />
          {revisions.map((revision) => (
            <RevisionRow key={revision.number} revision={revision} {...{ path, from, to, say }} />
          ))}
        </tbody>
      </table>
      <p className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
        <Button kind="ink">{say('versions.compare')}</Button>
      </p>
    </form>
  );
}

const ROW = 'max-md:grid-cols-[auto_auto_minmax(0,1fr)] max-md:items-center';
/** On narrow screens a cell after the third takes a line of its own. */
const CELL =
  'max-md:[&:nth-child(n+4)]:text-(length:--text-meta) max-md:[&:nth-child(n+4)]:col-span-full max-md:[&:nth-child(n+4)]:text-ink-3';

/** The text as it is now, which can be compared with and not from. */
function CurrentTextRow({ to, say }: Pick<RevisionListProps, 'to' | 'say'>) {
  return (
    <tr className={ROW}>
      <td className={CELL} />
      <td className={`to ${CELL}`}>
        <Choice name="to" which="now" of={say('versions.asItIsNow')} chosen={to} say={say} />
      </td>
      <td className={`h max-md:col-[3] ${CELL}`}>{say('versions.asItIsNow')}</td>
      <td className={CELL} />
      <td className={CELL} />
      <td className={CELL} />
    </tr>
  );
}

function RevisionRow({
  revision,
  path,
  from,
  to,
  say,
}: Pick<RevisionListProps, 'from' | 'to' | 'say'> & { revision: ListedRevision; path: string }) {
  return (
    <tr className={ROW}>
      <td className={`from ${CELL}`}>
        <Choice name="from" which={revision.number} of={revision.name} chosen={from} say={say} />
      </td>
      <td className={`to ${CELL}`}>
        <Choice name="to" which={revision.number} of={revision.name} chosen={to} say={say} />
      </td>
      <td className={`h max-md:col-[3] ${CELL}`}>
        <a
          className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
          href={`${path}?from=${revision.number}&to=now`}
        >
          {revision.name}
        </a>
      </td>
      <td className={CELL}>{revision.reason}</td>
      <td className={CELL}>{revision.by}</td>
      <td className={`nowrap ${CELL}`}>
        <time dateTime={revision.at}>{revision.when}</time>
      </td>
    </tr>
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
  which: RevisionChoice;
  of: string;
  chosen: RevisionChoice;
  say: Say;
}) {
  return (
    <label className="check min-h-(--h)">
      <input type="radio" name={name} value={which} defaultChecked={which === chosen} />
      <span className="vh">
        {say(`versions.${name}`)}: {of}
      </span>
      <span className="hidden max-md:inline" aria-hidden="true">
        {say(`versions.${name}`)}
      </span>
    </label>
  );
}
