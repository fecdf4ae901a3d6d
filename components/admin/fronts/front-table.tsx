import { clockTime, longDate } from '@barta/bengali/dates';
import type { deskFronts } from '@/lib/fronts/desk';
import type { Say } from '@/lib/site/labels';

type FrontPage = Awaited<ReturnType<typeof deskFronts>>['pages'][number];

/** The home page and the sections, with the state of each front. */
export function FrontTable({ pages, say }: { pages: readonly FrontPage[]; say: Say }) {
  return (
    <table className="desk desk--plain">
      <caption className="vh">{say('fronts.fronts')}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
          <th scope="col">{say('fronts.page')}</th>
          <th scope="col">{say('fronts.state')}</th>
          <th scope="col">{say('fronts.last')}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {pages.map(({ slug, name, front }) => (
          <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={slug}>
            <td className="h">
              <a
                className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                href={`/admin/fronts/${slug}`}
              >
                {name || say('fronts.home')}
              </a>
            </td>
            <td className="st">
              <FrontState front={front} say={say} />
            </td>
            <td className="au">
              {front &&
                `${front.updatedBy ?? ''} · ${longDate(front.updatedAt)}, ${clockTime(front.updatedAt)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FrontState({ front, say }: Pick<FrontPage, 'front'> & { say: Say }) {
  if (front?.hasDraft) return <span className="pill pill--warn">{say('fronts.hasDraft')}</span>;
  if (!front || front.number === 0) return <span className="pill">{say('fronts.automatic')}</span>;
  return <span className="pill pill--ok">{say('fronts.editionIs', { number: front.number })}</span>;
}
