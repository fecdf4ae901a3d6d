import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import { CacheTags } from '../cache-tags';

/** What became of it, above the form, where the browser has scrolled to. */
export function Answer({ state }: { state: CommentFormState }) {
  const { notice, status, proof: sum, challenge: work } = state;
  if (!notice) return null;
  if (notice.kind === 'refused') {
    return (
      <>
        {status && <CacheTags tags={[]} status={status} />}
        <div
          className="note note--err"
          role="alert"
          data-answer={work ? 'work' : 'refused'}
          data-work={work}
          data-sum={sum}
        >
          {notice.text}
        </div>
      </>
    );
  }
  return (
    <div className="cm--wait" role="status" data-answer="done">
      {notice.text}
    </div>
  );
}
