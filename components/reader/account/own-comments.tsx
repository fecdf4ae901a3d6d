import type { Say } from '@/lib/site/labels';
import { OwnWords } from './own-words';

interface OwnComment extends OwnWords {
  id: number;
  headline: string;
}

/** What was written on this device, newest first. */
export function OwnComments({ comments, say }: { comments: readonly OwnComment[]; say: Say }) {
  return (
    <>
      <p className="meta">{say(comments.length === 0 ? 'talk.own.none' : 'talk.mineNote')}</p>
      <ol className="thread">
        {comments.map(({ id, headline, ...words }) => (
          <li key={id}>
            <article className="cm" aria-labelledby={`of-${id}`}>
              <h2 id={`of-${id}`}>{headline}</h2>
              <OwnWords {...words} say={say} />
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
