import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import type { Say } from '@/lib/site/labels';
import { PageNote } from '../page-note';

/** What became of it, above the form, where the browser has scrolled to. */
export function Answer({ state, address, say }: { state: CommentFormState; address: string; say: Say }) {
  const { notice, written, own, status, work } = state;
  if (!notice) return null;
  if (notice.kind === 'refused') {
    return (
      <>
        {status && <PageNote tags={[]} status={status} />}
        <div className="note note--err" role="alert" data-answer={work ? 'work' : 'refused'} data-work={work}>
          {notice.text}
        </div>
      </>
    );
  }
  const place =
    written && (written.id === written.rootId ? '' : `${address}/discussion/thread-${written.rootId}`);
  return (
    <div className={written ? 'note note--ok' : 'cm--wait'} role="status" data-answer="done" data-own={own}>
      {notice.text} {written && <a href={`${place}#c${written.id}`}>{say('comments.seeYours')}</a>}
      {state.isMailed && <p className="meta">{say('letters.consent.mailed')}</p>}
      {own && (
        <p className="meta">
          {say('talk.mineNote')} <a href={`/account/comment/${own}`}>{say('talk.mine')}</a>
        </p>
      )}
    </div>
  );
}
