import type { Metadata } from 'next';
import { Button, ButtonLink } from '@/components/ui/button';
import { type AuditAsked, deskAudit } from '@/lib/audit/desk';
import { clock, longDate } from '@/lib/bengali/dates';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('audit.title') };
}

const parts = ['who', 'verb', 'about', 'from', 'to'] as const;

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const sent = await searchParams;
  const asked: AuditAsked = Object.fromEntries(
    [...parts, 'before' as const].map((part) => [part, [sent[part]].flat()[0]]),
  );
  const { entries, older, staff } = await deskAudit(asked);
  const { say } = await readSite();
  const query = new URLSearchParams(parts.flatMap((part) => (asked[part] ? [[part, asked[part]]] : [])));

  return (
    <>
      <div className="title">
        <h1>{say('audit.title')}</h1>
        <ButtonLink href={`/admin/audit/export?${query}`}>{say('audit.export')}</ButtonLink>
      </div>
      <form className="filters" action="/admin/audit" aria-label={say('audit.filter')}>
        <label>
          <span className="vh">{say('audit.who')}</span>
          <select className="select" name="who" defaultValue={asked.who ?? ''}>
            <option value="">{say('audit.everyone')}</option>
            {staff.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="vh">{say('audit.verb')}</span>
          <input className="input" name="verb" defaultValue={asked.verb} placeholder={say('audit.verb')} />
        </label>
        <label>
          <span className="vh">{say('audit.about')}</span>
          <input
            className="input"
            name="about"
            defaultValue={asked.about}
            placeholder={say('audit.aboutHint')}
          />
        </label>
        <label>
          <span>{say('audit.from')}</span>{' '}
          <input className="input" type="date" name="from" defaultValue={asked.from} />
        </label>
        <label>
          <span>{say('audit.to')}</span>{' '}
          <input className="input" type="date" name="to" defaultValue={asked.to} />
        </label>
        <Button icon="search">{say('taxonomy.doFind')}</Button>
      </form>
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
                    {longDate(entry.at)}, {clock(entry.at)}
                  </time>
                </td>
                <td className="au">{entry.name ?? say(`audit.actor.${entry.actorKind}`)}</td>
                <td className="sec">
                  <code lang="en">{entry.verb}</code>{' '}
                  <a
                    href={`/admin/audit?about=${encodeURIComponent(`${entry.subjectKind}:${entry.subject}`)}`}
                  >
                    <code lang="en">
                      {entry.subjectKind}:{entry.subject}
                    </code>
                  </a>
                </td>
                <td>
                  {entry.changes.length > 0 && (
                    <ul className="changes">
                      {entry.changes.map((change) => (
                        <li key={change.what}>
                          {change.what && (
                            <>
                              <code lang="en">{change.what}</code>:{' '}
                            </>
                          )}
                          {change.before && <del>{change.before}</del>}{' '}
                          {change.after && <ins>{change.after}</ins>}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="foot">
        <span>
          {asked.before && (
            <ButtonLink icon="back" href={`/admin/audit?${query}`}>
              {say('storyDesk.newest')}
            </ButtonLink>
          )}
        </span>
        {older !== null && (
          <ButtonLink
            icon="forward"
            href={`/admin/audit?${query}${query.size > 0 ? '&' : ''}before=${older}`}
          >
            {say('storyDesk.older')}
          </ButtonLink>
        )}
      </div>
    </>
  );
}
