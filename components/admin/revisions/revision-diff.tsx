import type { DiffPiece } from '@barta/bengali/word-diff';
import type { Say } from '@/lib/site/labels';
import { WordDiff } from './word-diff';

interface RevisionDiffProps {
  title: string;
  differences: readonly { field: string; pieces: readonly DiffPiece[] }[];
  say: Say;
}

/** What two revisions say otherwise, field by field and word by word. */
export function RevisionDiff({ title, differences, say }: RevisionDiffProps) {
  return (
    <section className="revision-diff" aria-labelledby="compared">
      <h2 id="compared">{title}</h2>
      {differences.length === 0 && <p>{say('keeping.noDifference')}</p>}
      <dl>
        {differences.map(({ field, pieces }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <WordDiff pieces={pieces} say={say} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
