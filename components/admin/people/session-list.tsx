import { clockTime, longDate } from '@barta/bengali/dates';
import type { deskSessions } from '@/lib/people/desk';
import type { Say } from '@/lib/site/labels';

type Sessions = Awaited<ReturnType<typeof deskSessions>>;

/** The browsers in which a member is signed in. */
export function SessionList({ sessions, say }: { sessions: Sessions; say: Say }) {
  return (
    <ul>
      {sessions.map((session) => (
        <li
          className="py-[0.45rem] px-0 gap-y-0 gap-x-3 border-b border-b-rule grid grid-cols-[minmax(0,1fr)_auto] items-baseline"
          key={session.tokenHash}
        >
          <span>
            {session.name || say('account.someBrowser')}
            {session.isThis && <span className="pill pill--ok">{say('account.thisBrowser')}</span>}
          </span>
          <span className="meta text-micro whitespace-nowrap">
            {say('account.signedInAt', {
              when: `${longDate(session.createdAt)}, ${clockTime(session.createdAt)}`,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
