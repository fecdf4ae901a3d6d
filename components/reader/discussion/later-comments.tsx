import type { SubmitComment } from '@/lib/comments/posting/comment-form-state';
import type { LaterComments as LaterCommentsShown } from '@/lib/comments/reading/reading';
import type { Say } from '@/lib/site/labels';
import { Threads } from './discussion';
import { LikeForm } from './like-form.client';

interface LaterCommentsProps {
  story: { headline: string; href: string };
  later: LaterCommentsShown;
  /** The page's own address. */
  here: string;
  like: SubmitComment;
  /** As in `Threads`. */
  newSince: Date;
  say: Say;
}

/** Comments on a page of their own, with the ways back to the story and on to the rest. */
export function LaterComments({ story, later, here, like, newSince, say }: LaterCommentsProps) {
  const [first] = later.threads;
  return (
    <section className="comments story" id="discussion" aria-labelledby="later-title">
      <header className="comments__head">
        <h1 id="later-title">
          {say('comments.title')}: <a href={story.href}>{story.headline}</a>
        </h1>
      </header>
      <LikeForm storyId={later.storyId} here={here} action={like} />
      <Threads
        page={later}
        address={story.href}
        here={here}
        isOpen={later.isOpen}
        newSince={newSince}
        say={say}
      />
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
