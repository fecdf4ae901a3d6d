import { wordDiff } from '@barta/bengali/word-diff';
import { WordDiff } from '@/components/admin/revisions/word-diff';
import { Button } from '@/components/ui/button';
import type { MergeView, MergeViewPart } from '@/lib/forms/story-form-state';
import type { Say } from '@/lib/site/labels';

/** A field's stored value in words, as the name of a section. */
export type MergedValueText = (field: string, text: string) => string;

interface StoryMergeProps {
  merge: MergeView;
  valueText: MergedValueText;
  say: Say;
}

/**
 * Two people's texts as one: what each has changed, and where both did, the two side by side to choose from. A plain
 * part of the form: with the next save, what was chosen is what is kept.
 */
export function StoryMerge({ merge, valueText, say }: StoryMergeProps) {
  return (
    <section className="merge" aria-labelledby="merge">
      <input type="hidden" name="mergedWith" value={merge.version} />
      <h2 className="text-base/[1.5]" id="merge">
        {say('versions.mergeTitle')}
      </h2>
      <p className="hint">{say('versions.mergeHint', { name: merge.by })}</p>
      {merge.fields.map(({ field, label, stretches }) => (
        <div className="my-4 mx-0 [&>*+*]:mt-[0.6rem]" key={field}>
          <h3 className="mb-[0.4rem] text-meta/[1.5] font-sans font-medium text-ink-2">{label}</h3>
          {stretches.map((stretch, at) => (
            <Stretch
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place
              key={at}
              stretch={stretch}
              field={field}
              by={merge.by}
              valueText={(text) => valueText(field, text)}
              say={say}
            />
          ))}
        </div>
      ))}
      {merge.fields.length === 0 && <p>{say('versions.mergeNothing')}</p>}
      <Button name="do" value="save" kind="ink">
        {say('versions.mergeSave')}
      </Button>
    </section>
  );
}

interface StretchProps {
  stretch: MergeViewPart;
  field: string;
  by: string;
  valueText: (text: string) => string;
  say: Say;
}

function Stretch({ stretch, field, by, valueText, say }: StretchProps) {
  if (stretch.from === 'conflict') {
    return <Conflict stretch={stretch} field={field} by={by} valueText={valueText} say={say} />;
  }
  if (stretch.from === 'both')
    return stretch.text ? (
      <p className="overflow-y-auto whitespace-pre-wrap wrap-anywhere max-h-28 text-ink-2">
        {valueText(stretch.text)}
      </p>
    ) : null;
  return (
    <div className={`merge__one merge__one--${stretch.from}`}>
      <p className="text-(length:--text-meta) text-ink-3">
        {stretch.from === 'mine' ? say('versions.changedByMe') : say('versions.changedBy', { name: by })}
      </p>
      <WordDiff pieces={wordDiff(valueText(stretch.was), valueText(stretch.text))} say={say} />
    </div>
  );
}

function Conflict({
  stretch,
  field,
  by,
  valueText,
  say,
}: StretchProps & { stretch: Extract<MergeViewPart, { from: 'conflict' }> }) {
  const name = `merge-${stretch.key}`;
  const sides = [
    ['theirs', say('versions.keepTheirs', { name: by }), stretch.theirs],
    ['mine', say('versions.keepMine'), stretch.mine],
  ] as const;
  return (
    <fieldset className="merge__conflict p-3 min-w-0 bg-wash">
      <legend className="mb-2 p-0 font-strong float-left w-full">{say('versions.conflict')}</legend>
      <div className="mb-2 gap-[0.6rem] clear-both grid md:grid-cols-[1fr_1fr]">
        {sides.map(([side, label, text]) => (
          <label
            className="pt-2 pb-[0.7rem] px-3 border border-control block bg-paper cursor-pointer has-[:checked]:border-ink has-[:checked]:[box-shadow:inset_0_0_0_1px_var(--color-ink)]"
            key={side}
          >
            <span className="check">
              <input type="radio" name={name} value={side} defaultChecked={stretch.chosen === side} />
              <b>{label}</b>
            </span>
            <span className="whitespace-pre-wrap wrap-anywhere block">
              {valueText(text) || say('versions.takenOut')}
            </span>
          </label>
        ))}
      </div>
      {field === 'body' && (
        <label className="check clear-both">
          <input type="radio" name={name} value="both" defaultChecked={stretch.chosen === 'both'} />
          <span>{say('versions.keepBoth')}</span>
        </label>
      )}
    </fieldset>
  );
}
