import { compareBengali } from '@barta/bengali/collation';
import { clockTime, longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { auditSentence } from '@/lib/audit/audit-sentences';
import { auditSubject } from '@/lib/audit/audit-subject';
import { type AuditQuery, deskAudit } from '@/lib/audit/desk';
import { type LabelKey, labelKeys, type Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('audit.title') };
}

const filterNames = ['who', 'verb', 'about', 'kind', 'number', 'from', 'to'] as const;

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const sentParams = await searchParams;
  const params: AuditQuery = Object.fromEntries(
    [...filterNames, 'before' as const].map((part) => [part, [sentParams[part]].flat()[0]]),
  );
  const { say } = await readSite();
  const { entries, older, isUnfinished, staff, filter } = await deskAudit(params, say);
  const query = new URLSearchParams(
    filterNames.flatMap((part) => (params[part] ? [[part, params[part]]] : [])),
  );

  return (
    <>
      <DeskHead title={say('audit.title')}>
        <ButtonLink href={`/admin/audit/export?${query}`}>{say('audit.export')}</ButtonLink>
      </DeskHead>
      <AuditFilters params={params} filter={filter} staff={staff} isFiltered={query.size > 0} say={say} />
      {entries.length === 0 ? (
        <p className="note">{say('audit.none')}</p>
      ) : (
        <AuditTable entries={entries} say={say} />
      )}
      {isUnfinished && <p className="meta">{say('list.lookedSoFar')}</p>}
      <ListFoot
        newest={
          params.before !== undefined && { href: `/admin/audit?${query}`, words: say('storyDesk.newest') }
        }
        older={
          older !== null && {
            href: `/admin/audit?${query}${query.size > 0 ? '&' : ''}before=${older}`,
            words: say(isUnfinished ? 'list.lookOn' : 'storyDesk.older'),
          }
        }
      />
    </>
  );
}

type AuditPageData = Awaited<ReturnType<typeof deskAudit>>;

interface AuditFiltersProps extends Pick<AuditPageData, 'filter' | 'staff'> {
  params: AuditQuery;
  isFiltered: boolean;
  say: Say;
}

function AuditFilters({ params, filter, staff, isFiltered, say }: AuditFiltersProps) {
  return (
    <search>
      <form
        className="filters filters--list mb-3 gap-2 flex-wrap items-end grid grid-cols-[repeat(auto-fill,minmax(8.2rem,1fr))] [&_.select]:flex-[1_1_9rem] [&_.select]:w-full [&_.input]:flex-[2_1_14rem] [&_.input]:w-full [&>.field:first-of-type]:flex-[2_1_14rem]"
        action="/admin/audit"
        aria-label={say('audit.filter')}
      >
        <Select
          name="who"
          label={say('audit.who')}
          empty={say('audit.everyone')}
          options={staff.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={params.who}
        />
        <Select
          name="verb"
          label={say('audit.verb')}
          empty={say('audit.anyAction')}
          options={optionsOf('audit.did.', say)}
          value={params.verb}
        />
        <Select
          name="kind"
          label={say('audit.about')}
          empty={say('audit.anything')}
          options={optionsOf('audit.kind.', say)}
          value={filter.subjectKind}
        />
        <Field name="number" label={say('audit.number')} value={filter.subject} autoComplete="off" />
        <Field name="from" type="date" label={say('audit.from')} value={params.from} />
        <Field name="to" type="date" label={say('audit.to')} value={params.to} />
        <Button kind="ink" icon="search">
          {say('list.filter')}
        </Button>
        {isFiltered && (
          <ButtonLink kind="quiet" href="/admin/audit">
            {say('list.dropAll')}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}

function AuditTable({ entries, say }: { entries: AuditPageData['entries']; say: Say }) {
  return (
    <table className="desk desk--plain desk--audit">
      <caption className="vh">{say('audit.title')}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[minmax(0,1fr)]">
          <th scope="col">{say('audit.when')}</th>
          <th scope="col">{say('audit.who')}</th>
          <th scope="col">{say('audit.what')}</th>
          <th scope="col">{say('audit.change')}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map((entry) => (
          <tr className="max-md:grid-cols-[minmax(0,1fr)]" key={entry.id}>
            <td className="tm align-top md:min-w-38">
              <time dateTime={entry.at.toISOString()}>
                {longDate(entry.at)}, {clockTime(entry.at)}
              </time>
            </td>
            <td className="au align-top">{entry.name ?? say(`audit.actor.${entry.actorKind}`)}</td>
            <td className="sec align-top">
              {auditSentence(entry.verb, say)}: <Subject entry={entry} say={say} />
            </td>
            <td className="align-top">
              <Changes changes={entry.changes} say={say} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type AuditRow = AuditPageData['entries'][number];

/** The subject of an entry, with a link to it and one to all its entries. */
function Subject({ entry, say }: { entry: AuditRow; say: Say }) {
  const { words, href } = auditSubject(entry, say);
  const only = new URLSearchParams({ kind: entry.subjectKind, number: entry.subject });
  return (
    <>
      {href === '' ? (
        words
      ) : (
        <a className="underline" href={href}>
          {words}
        </a>
      )}{' '}
      <a className="text-micro text-ink-3 whitespace-nowrap underline" href={`/admin/audit?${only}`}>
        {say('audit.onlyThis')}
        <span className="vh">: {words}</span>
      </a>
    </>
  );
}

function Changes({ changes, say }: { changes: AuditRow['changes']; say: Say }) {
  if (changes.length === 0) return null;
  return (
    <ul className="changes wrap-anywhere">
      {changes.map(({ what, before, after }) => (
        <li key={`${what}:${before}:${after}`}>
          {what !== '' && <b>{what}: </b>}
          {before !== '' && (
            <>
              <span className="vh">{say('audit.was')} </span>
              <del>{before}</del>
            </>
          )}
          {before !== '' && <span aria-hidden="true"> → </span>}
          {after !== '' ? (
            <>
              <span className="vh">{say('audit.is')} </span>
              <ins className="no-underline">{after}</ins>
            </>
          ) : (
            <span className="meta">{say('audit.nothing')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The options of a label family, sorted by their Bengali labels. */
function optionsOf(family: string, say: Say) {
  return labelKeys
    .filter((key) => key.startsWith(family))
    .map((key: LabelKey) => ({ value: key.slice(family.length), label: say(key) }))
    .sort((a, b) => compareBengali(a.label, b.label));
}
