import { clockTime, longDate } from '@barta/bengali/dates';
import type { Say } from '@/lib/site/labels';

export interface OwnWords {
  body: string;
  state: 'held' | 'visible' | 'hidden' | 'spam' | 'withdrawn';
  createdAt: Date;
}

/** A comment as its writer is told of it: when it was written, what became of it, and how it reads. */
export function OwnWords({ body, state, createdAt, say }: OwnWords & { say: Say }) {
  return (
    <>
      <p className="meta">
        <time dateTime={createdAt.toISOString()}>
          {longDate(createdAt)}, {clockTime(createdAt)}
        </time>
        {' · '}
        {say(`account.state.${state}`)}
      </p>
      <p className="cm__text">{body}</p>
    </>
  );
}
