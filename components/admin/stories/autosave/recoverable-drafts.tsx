import type { DiffPiece } from '@barta/bengali/word-diff';
import { WordDiff } from '@/components/admin/revisions/word-diff';
import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

export interface RecoverableDraftView {
  tab: string;
  /** When it was typed, in words. */
  when: string;
  differences: readonly { field: string; pieces: readonly DiffPiece[] }[];
}

interface RecoverableDraftsProps {
  drafts: readonly RecoverableDraftView[];
  /** Whether the form can take a text at all. */
  canTake: boolean;
  say: Say;
}

/** The member's own unsaved texts, to be taken into the form or left. Buttons of the form itself: no script needed. */
export function RecoverableDrafts({ drafts, canTake, say }: RecoverableDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <section className="offers mb-8 max-w-240" aria-labelledby="offers">
      <h2 className="text-base/[1.5]" id="offers">
        {say('versions.offerTitle')}
      </h2>
      {drafts.map((draft) => (
        <article
          className="offer mt-[0.6rem] pt-3 pb-[0.9rem] px-[0.9rem] border-l-3 border-l-warn bg-warn-wash [&_dl]:mt-[0.4rem] [&_dl]:py-[0.6rem] [&_dl]:px-3 [&_dl]:bg-paper [&_dt]:text-(length:--text-meta) [&_dt]:font-medium [&_dt]:text-ink-2 [&_dl>div+div]:mt-[0.6rem]"
          key={draft.tab}
          aria-label={say('versions.offerFrom', { time: draft.when })}
        >
          <p>
            {say('versions.offerFrom', { time: draft.when })}
            {!canTake && ` ${say('versions.offerCopy')}`}
          </p>
          <details open>
            <summary>{say('versions.offerDiffers')}</summary>
            <dl>
              {draft.differences.map(({ field, pieces }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <WordDiff pieces={pieces} say={say} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
          <div className="mt-[0.6rem] gap-[0.6rem] flex flex-wrap items-start">
            {canTake && (
              <Button name="do" value={`take:${draft.tab}`} kind="ink" about={draft.when}>
                {say('versions.take')}
              </Button>
            )}
            <details>
              <summary className="py-0 px-[0.4rem] inline-flex items-center min-h-(--h) underline">
                {say('versions.leave')}
              </summary>
              <p>{say('versions.leaveHint')}</p>
              <Button name="do" value={`leave:${draft.tab}`} kind="no" about={draft.when}>
                {say('versions.leaveNow')}
              </Button>
            </details>
          </div>
        </article>
      ))}
    </section>
  );
}
