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

interface DraftOffersProps {
  offers: readonly RecoverableDraftView[];
  /** Whether the form can take a text at all. */
  canTake: boolean;
  say: Say;
}

/** The member's own unsaved texts, to be taken into the form or left. Buttons of the form itself: no script needed. */
export function RecoverableDrafts({ offers, canTake, say }: DraftOffersProps) {
  if (offers.length === 0) return null;
  return (
    <section className="offers" aria-labelledby="offers">
      <h2 id="offers">{say('keeping.offerTitle')}</h2>
      {offers.map((offer) => (
        <article
          className="offer"
          key={offer.tab}
          aria-label={say('keeping.offerFrom', { time: offer.when })}
        >
          <p>
            {say('keeping.offerFrom', { time: offer.when })}
            {!canTake && ` ${say('keeping.offerCopy')}`}
          </p>
          <details open>
            <summary>{say('keeping.offerDiffers')}</summary>
            <dl>
              {offer.differences.map(({ field, pieces }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <WordDiff pieces={pieces} say={say} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
          <div className="offer__do">
            {canTake && (
              <Button name="do" value={`take:${offer.tab}`} kind="ink" about={offer.when}>
                {say('keeping.take')}
              </Button>
            )}
            <details className="offer__leave">
              <summary>{say('keeping.leave')}</summary>
              <p>{say('keeping.leaveHint')}</p>
              <Button name="do" value={`leave:${offer.tab}`} kind="no" about={offer.when}>
                {say('keeping.leaveNow')}
              </Button>
            </details>
          </div>
        </article>
      ))}
    </section>
  );
}
