import { clockTime, longDate } from '@barta/bengali/dates';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { ButtonLink } from '@/components/ui/button';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import type { Say } from '@/lib/site/labels';

interface ListedPost {
  id: number;
  version: number;
  headline: string;
  bodyHtml: string;
  isKey: boolean;
  isPinned: boolean;
  at: Date;
  editedAt: Date | null;
  by: string | null;
  pictureId: number | null;
}

interface LiveDeskProps {
  storyId: number;
  posts: readonly ListedPost[];
  /** The first post of the next page. */
  older: number | null;
  /** The coverage can be ended and resumed. */
  canTurn: boolean;
  isOver: boolean;
  action: (state: LiveFormState, form: FormData) => Promise<LiveFormState>;
  say: Say;
}

/** The posts, newest first, each with its actions; and the button that ends the coverage. */
export function LiveDesk({ storyId, posts, older, canTurn, isOver, action, say }: LiveDeskProps) {
  const address = livePath(storyId);
  return (
    <section
      className="live-desk__posts py-4 px-[1.1rem] border border-rule min-w-0 bg-paper [&_.pill]:ml-[0.4rem]"
      aria-labelledby="posted"
    >
      <h2 id="posted">{say('live.posts')}</h2>
      {posts.length === 0 && <p className="meta">{say('live.noPosts')}</p>}
      <ol>
        {posts.map((post) => (
          <LivePostRow key={post.id} post={post} {...{ storyId, canTurn, action, say }} />
        ))}
      </ol>
      {older !== null && (
        <p>
          <ButtonLink href={`${address}?from=${older}`}>{say('live.olderPosts')}</ButtonLink>
        </p>
      )}
      {canTurn && (
        <DeskForm
          id="turn"
          action={action}
          submit={say(isOver ? 'live.resume' : 'live.end')}
          does={isOver ? 'resume' : 'end'}
          kind={isOver ? 'ink' : 'no'}
          fields={[hidden('storyId', storyId)]}
        />
      )}
    </section>
  );
}

function LivePostRow({
  post,
  storyId,
  canTurn,
  action,
  say,
}: Pick<LiveDeskProps, 'storyId' | 'canTurn' | 'action' | 'say'> & { post: ListedPost }) {
  const address = livePath(storyId);
  return (
    <li className="py-3 border-t border-t-rule wrap-anywhere" id={`post-${post.id}`}>
      <p className="meta">
        <time dateTime={post.at.toISOString()}>{`${clockTime(post.at)}, ${longDate(post.at)}`}</time>
        {post.by && ` · ${post.by}`}
        {post.editedAt && ` · ${say('live.edited', { time: clockTime(post.editedAt) })}`}
        {post.isPinned && <span className="pill pill--warn">{say('live.pinned')}</span>}
        {post.isKey && <span className="pill">{say('live.key')}</span>}
        {post.pictureId !== null && <span className="pill">{say('live.picture')}</span>}
      </p>
      {post.headline && <h3>{post.headline}</h3>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved */}
      <div className="live-desk__text" dangerouslySetInnerHTML={{ __html: post.bodyHtml }} />
      {canTurn && (
        <div className="mt-2 gap-2 flex flex-wrap items-center">
          <ButtonLink href={`${address}?edit=${post.id}`} about={post.headline}>
            {say('live.edit')}
          </ButtonLink>
          <DeskForm
            id={`remove-${post.id}`}
            action={action}
            submit={say('live.remove')}
            does="remove"
            kind="no"
            doneAt={`${address}?did=remove`}
            fields={[hidden('storyId', storyId), hidden('postId', post.id), hidden('basedOn', post.version)]}
          />
        </div>
      )}
    </li>
  );
}

const livePath = (storyId: number) => `/admin/stories/${storyId}/live`;

function hidden(name: string, value: number) {
  return { kind: 'hidden' as const, name, label: '', value: String(value) };
}
