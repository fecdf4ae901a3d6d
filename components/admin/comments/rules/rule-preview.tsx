import type { RuleFormState } from '@/lib/forms/rule-form-state';
import { CommentText } from '../comment-text';

/** What a rule would have done to the latest comments. */
export function RulePreview({ preview }: { preview: NonNullable<RuleFormState['preview']> }) {
  return (
    <section aria-labelledby="preview-title" className="stack gap-[0.6rem] grid">
      <h3 id="preview-title">{preview.title}</h3>
      <dl className="preview gap-y-[0.35rem] gap-x-4 grid grid-cols-[auto_auto] justify-start">
        {preview.facts.map(({ term, value }) => (
          <div className="contents" key={term}>
            <dt className="text-ink-3">{term}</dt>
            <dd className="font-medium text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{preview.some}</p>
      <ol className="record-list wrap-anywhere [&_.note]:max-w-176 [&+.meta]:mt-[0.8rem]">
        {preview.met.map((comment) => (
          <li
            className="py-[0.7rem] px-0 gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
            key={comment.id}
          >
            <div className="flex-[1_1_18rem] wrap-anywhere">
              <p>
                <strong>{comment.name}</strong> <span className="pill pill--warn">{comment.effect}</span>{' '}
                <span className="meta">{comment.state}</span>
              </p>
              <CommentText parts={comment.parts} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
