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
    <section
      className="mt-7 border-t-3 border-t-rule-strong [&_dl]:max-w-208 [&_dt]:text-(length:--text-meta) [&_dt]:font-medium [&_dt]:text-ink-2 [&_dd]:min-w-0"
      aria-labelledby="compared"
    >
      <h2 className="pt-2 text-base/[1.5] min-h-10" id="compared">
        {title}
      </h2>
      {differences.length === 0 && <p>{say('versions.noDifference')}</p>}
      <dl>
        {differences.map(({ field, pieces }) => (
          <div
            className="py-[0.6rem] px-0 gap-y-0 gap-x-4 border-b border-b-rule grid md:grid-cols-[8rem_minmax(0,1fr)]"
            key={field}
          >
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
