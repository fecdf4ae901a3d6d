import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Board, FrontFormState } from '@/lib/forms/front-form-state';
import type { FrontSay } from './front-labels';

/** The state of the draft, and the buttons for the whole front. */
export function BoardToolbar({ board, say }: { board: Board; say: FrontSay }) {
  return (
    <div className="save front__bar mb-[0.9rem] gap-y-2 gap-x-[0.9rem] flex flex-wrap items-center">
      <span className={board.pending === say('fronts.noChange') ? 'pill pill--ok' : 'pill pill--warn'}>
        {board.pending}
      </span>
      {board.saved && <span className="meta">{board.saved}</span>}
      <div className="ml-auto gap-2 flex flex-wrap">
        {board.hasDraft && (
          <Button name="do" value="discard" icon="undo">
            {say('fronts.discard')}
          </Button>
        )}
        <Button name="do" value="save" icon="check">
          {say('fronts.save')}
        </Button>
        <ButtonLink href={`/admin/fronts/${board.slug}/preview`} icon="eye">
          {say('fronts.preview')}
        </ButtonLink>
        <Button kind="main" name="do" value="publish">
          {say('fronts.publish')}
        </Button>
      </div>
    </div>
  );
}

/** The answer to the last command; after a conflict with the choice between the two versions. */
export function BoardNotice({ state, slug, say }: { state: FrontFormState; slug: string; say: FrontSay }) {
  if (!state.notice) return null;
  return (
    <Notice kind={state.notice.kind}>
      {state.notice.text}
      {state.newer !== undefined && (
        <p className="mt-2 gap-2 flex flex-wrap">
          <Button name="do" value={`keep ${state.newer}`} kind="no">
            {say('fronts.keepMine')}
          </Button>
          <ButtonLink href={`/admin/fronts/${slug}`}>{say('fronts.takeTheirs')}</ButtonLink>
        </p>
      )}
    </Notice>
  );
}
