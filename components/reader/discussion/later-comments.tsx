import type { LaterComments as LaterCommentsShown } from '@/lib/comments/reading';
import type { Say } from '@/lib/site/labels';
import { Threads } from './discussion';

interface Props {
  story: { headline: string; href: string };
  later: LaterCommentsShown;
  say: Say;
}

/** Comments on a page of their own, with the ways back to the story and on to the rest. */
export function LaterComments({ story, later, say }: Props) {
  const [first] = later.threads;
  return (
    <section className="comments story" aria-labelledby="later-title">
      <header className="comments__head">
        <h1 id="later-title">
          {say('comments.title')}: <a href={story.href}>{story.headline}</a>
        </h1>
      </header>
      <Threads page={later} address={story.href} isOpen={later.isOpen} say={say} />
      {first && later.nextAfter !== null && (
        <p>
          <a
            className="more"
            href={`${story.href}/discussion/thread-${first.root.id}-after-${later.nextAfter}`}
          >
            {say('comments.moreReplies')}
          </a>
        </p>
      )}
      <p>
        <a className="more" href={`${story.href}#discussion`}>
          {say('comments.toNewest')}
        </a>
      </p>
    </section>
  );
}
