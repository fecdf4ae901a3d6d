import { compareBengali } from '@barta/bengali/collation';
import { clockTime, longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type AuditAsked, deskAudit } from '@/lib/audit/desk';
import { toldDeed } from '@/lib/audit/told';
import { toldSubject } from '@/lib/audit/told-subject';
import { type LabelKey, labelKeys, type Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('audit.title') };
}

const parts = ['who', 'verb', 'about', 'kind', 'number', 'from', 'to'] as const;

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const sent = await searchParams;
  const asked: AuditAsked = Object.fromEntries(
    [...parts, 'before' as const].map((part) => [part, [sent[part]].flat()[0]]),
  );
  const { say } = await readSite();
  const { entries, older, isUnfinished, staff, filter } = await deskAudit(asked, say);
  const query = new URLSearchParams(parts.flatMap((part) => (asked[part] ? [[part, asked[part]]] : [])));

  return (
    <>
      <DeskHead title={say('audit.title')}>
        <ButtonLink href={`/admin/audit/export?${query}`}>{say('audit.export')}</ButtonLink>
      </DeskHead>
      <search>
        <form
          className="filters filters--list filters--audit"
          action="/admin/audit"
          aria-label={say('audit.filter')}
        >
          <Select
            name="who"
            label={say('audit.who')}
            empty={say('audit.everyone')}
            options={staff.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={asked.who}
          />
          <Select
            name="verb"
            label={say('audit.verb')}
            empty={say('audit.anyDeed')}
            options={labelled('audit.did.', say)}
            value={asked.verb}
          />
          <Select
            name="kind"
            label={say('audit.about')}
            empty={say('audit.anything')}
            options={labelled('audit.kind.', say)}
            value={filter.subjectKind}
          />
          <Field name="number" label={say('audit.number')} value={filter.subject} autoComplete="off" />
          <Field name="from" type="date" label={say('audit.from')} value={asked.from} />
          <Field name="to" type="date" label={say('audit.to')} value={asked.to} />
          <Button kind="ink" icon="search">
            {say('list.filter')}
          </Button>
          {query.size > 0 && (
            <ButtonLink kind="quiet" href="/admin/audit">
              {say('list.dropAll')}
            </ButtonLink>
          )}
        </form>
      </search>
      {entries.length === 0 ? (
        <p className="note">{say('audit.none')}</p>
      ) : (
        <table className="desk desk--plain desk--audit">
          <caption className="vh">{say('audit.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('audit.when')}</th>
              <th scope="col">{say('audit.who')}</th>
              <th scope="col">{say('audit.what')}</th>
              <th scope="col">{say('audit.change')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td className="tm">
                  <time dateTime={entry.at.toISOString()}>
                    {longDate(entry.at)}, {clockTime(entry.at)}
                  </time>
                </td>
                <td className="au">{entry.name ?? say(`audit.actor.${entry.actorKind}`)}</td>
                <td className="sec">
                  {toldDeed(entry.verb, say)}: <Subject entry={entry} say={say} />
                </td>
                <td>
                  <Changes changes={entry.changes} say={say} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isUnfinished && <p className="meta">{say('list.lookedSoFar')}</p>}
      <ListFoot
        newest={
          asked.before !== undefined && { href: `/admin/audit?${query}`, words: say('storyDesk.newest') }
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

type Entry = Awaited<ReturnType<typeof deskAudit>>['entries'][number];

/** What it is about, with a way to it and one to all that was done with it. */
function Subject({ entry, say }: { entry: Entry; say: Say }) {
  const { words, href } = toldSubject(entry, say);
  const only = new URLSearchParams({ kind: entry.subjectKind, number: entry.subject });
  return (
    <>
      {href === '' ? words : <a href={href}>{words}</a>}{' '}
      <a className="only" href={`/admin/audit?${only}`}>
        {say('audit.onlyThis')}
        <span className="vh">: {words}</span>
      </a>
    </>
  );
}

function Changes({ changes, say }: { changes: Entry['changes']; say: Say }) {
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
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
              <ins>{after}</ins>
            </>
          ) : (
            <span className="meta">{say('audit.nothing')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** All that have a label of a family, by their words. */
function labelled(family: string, say: Say) {
  return labelKeys
    .filter((key) => key.startsWith(family))
    .map((key: LabelKey) => ({ value: key.slice(family.length), label: say(key) }))
    .sort((a, b) => compareBengali(a.label, b.label));
}
