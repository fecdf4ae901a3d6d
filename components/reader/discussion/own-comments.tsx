import { clock, longDate } from '@/lib/bengali/dates';
import type { Say } from '@/lib/site/labels';

interface OwnComment {
  id: number;
  body: string;
  state: 'held' | 'visible' | 'hidden' | 'spam' | 'withdrawn';
  createdAt: Date;
  headline: string;
}

/** What was written on this device, newest first. */
export function OwnComments({ comments, say }: { comments: readonly OwnComment[]; say: Say }) {
  return (
    <>
      <p className="meta">{say(comments.length === 0 ? 'talk.own.none' : 'talk.mineNote')}</p>
      <ol className="thread">
        {comments.map(({ id, body, state, createdAt, headline }) => (
          <li key={id}>
            <article className="cm" aria-labelledby={`of-${id}`}>
              <h2 id={`of-${id}`}>{headline}</h2>
              <p className="meta">
                <time dateTime={createdAt.toISOString()}>
                  {longDate(createdAt)}, {clock(createdAt)}
                </time>
                {' · '}
                {say(`account.state.${state}`)}
              </p>
              <p className="cm__text">{body}</p>
              <p>
                <a className="more" href={`/account/comment/${id}`}>
                  {say('talk.mine')}
                </a>
              </p>
            </article>
          </li>
        ))}
      </ol>
    </>
  );
}
