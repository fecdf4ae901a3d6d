import { memo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { fillPlaceholder } from './fill-placeholder';
import type { QueueComment } from './queue-comment';
import type { QueueLabels } from './queue-labels';

interface CommentRowProps {
  comment: QueueComment;
  isHere: boolean;
  isSelected: boolean;
  /** Whether the buttons of the current comment show their keys. */
  showsKeys: boolean;
  /** The page with this comment's context, for a browser without scripts. */
  contextHref: string;
  answerHref: string;
  onToggle: (id: number) => void;
  labels: QueueLabels;
  children?: ReactNode;
}

/** One comment with everything a moderator needs to decide: where, to whom, by whom, and why it is held. */
export const CommentRow = memo(function CommentRow({
  comment,
  isHere,
  isSelected,
  showsKeys,
  contextHref,
  answerHref,
  onToggle,
  labels,
  children,
}: CommentRowProps) {
  const target = `${comment.id}:${comment.version}`;
  const look = [isSelected && 'is-sel', isHere && 'is-here'].filter(Boolean).join(' ');
  return (
    <li id={`c${comment.id}`} data-comment={comment.id} className={look || undefined}>
      <label className="tick min-w-0">
        <input
          type="checkbox"
          name="chosen"
          value={target}
          checked={isSelected}
          onChange={() => onToggle(comment.id)}
        />
        <span className="vh">{fillPlaceholder(labels.chooseOne, comment.name)}</span>
      </label>
      <article
        className="[scroll-margin-block:4rem_1.5rem] min-w-0 focus-visible:outline-offset-[0.5rem]"
        aria-label={comment.name}
        tabIndex={-1}
        aria-current={isHere || undefined}
      >
        <div className="gap-y-0 gap-x-[0.7rem] flex flex-wrap items-center">
          <strong className="text-(length:--text-base)">{comment.name}</strong>
          {comment.address !== '' && <span className="meta">{comment.address}</span>}
          <time className="meta" dateTime={comment.at}>
            {comment.when}
          </time>
          {comment.pills.map(({ text, look: kind }) => (
            <span className={`pill pill--${kind}`} key={text}>
              {text}
            </span>
          ))}
        </div>
        <a
          className="gap-[0.3rem] text-(length:--text-meta) inline-flex items-center min-h-6 text-ink-2"
          href={comment.storyHref}
        >
          <Icon name="page" />
          {comment.headline}
        </a>
        {comment.parent !== '' && (
          <blockquote className="pl-[0.7rem] border-l-3 border-l-rule text-ink-2 max-w-176">
            {comment.parent}
          </blockquote>
        )}
        <p className="q__text mt-[0.2rem] mb-2 mx-0 text-[1.03rem]/[1.7] max-w-176 whitespace-pre-line wrap-anywhere">
          {comment.text.map(({ text, isMarked }, place) =>
            isMarked ? (
              <mark
                className="px-[0.1em] bg-warn-wash text-ink [box-shadow:inset_0_-2px_0_var(--color-warn)]"
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
                key={place}
              >
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </p>
        {comment.reports.length > 0 && (
          <ul
            className="mb-[0.4rem] pl-[0.7rem] border-l-3 border-l-accent max-w-176"
            aria-label={labels.reportsOpen}
          >
            {comment.reports.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p className="meta mb-2 gap-y-0 gap-x-4 flex flex-wrap wrap-anywhere">
          {comment.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        {comment.signals.length > 0 && (
          <p className="meta mb-2 gap-y-0 gap-x-4 flex flex-wrap wrap-anywhere">
            <span>{labels.signals}:</span>
            {comment.signals.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </p>
        )}
        <RowButtons
          comment={comment}
          target={target}
          keys={isHere && showsKeys}
          contextHref={contextHref}
          answerHref={answerHref}
          labels={labels}
        />
        {children}
      </article>
    </li>
  );
});

function RowButtons({
  comment,
  target,
  keys,
  contextHref,
  answerHref,
  labels,
}: Pick<CommentRowProps, 'comment' | 'contextHref' | 'answerHref' | 'labels'> & {
  target: string;
  keys: boolean;
}) {
  const { state, name } = comment;
  const isUp = state === 'visible';
  const isDown = state === 'hidden' || state === 'spam';
  if (state === 'withdrawn') return null;
  return (
    <div className="q__do gap-[0.4rem] flex flex-wrap relative [&_kbd]:h-5 [&_kbd]:min-w-5 [&_kbd]:align-middle max-lg:[&_kbd]:hidden">
      {(!isUp || comment.isReported) && (
        <Button kind="ok" name="approve" value={target} about={name}>
          {isUp ? labels.keep : labels.approve}
          {keys && <Key letter="A" />}
        </Button>
      )}
      {state !== 'hidden' && (
        <details className="q__hide">
          <summary className="btn btn--no list-none [&::-webkit-details-marker]:hidden">
            {labels.hide}
            <span className="vh"> {name}</span>
            {keys && <Key letter="R" />}
          </summary>
          <div className="p-[0.6rem] top-[calc(100%_+_0.3rem)] left-0 gap-[0.4rem] border border-control absolute z-31 max-w-full flex flex-wrap bg-paper shadow-pop">
            {labels.reasons.map(({ value, label }, at) => (
              <Button key={value} name="hide" value={`${target}:${value}`} about={name}>
                {label}
                {keys && <Key letter={String(at + 1)} />}
              </Button>
            ))}
          </div>
        </details>
      )}
      {state !== 'spam' && (
        <Button name="spam" value={target} about={name}>
          {labels.spam}
          {keys && <Key letter="S" />}
        </Button>
      )}
      {!isDown && (
        <a className="btn" href={answerHref} data-do="answer">
          {labels.answer}
          <span className="vh"> {name}</span>
          {keys && <Key letter="T" />}
        </a>
      )}
      {isUp && (
        <Button name={comment.isPicked ? 'unpick' : 'pick'} value={target} about={name}>
          {comment.isPicked ? labels.unpick : labels.pick}
          {keys && <Key letter="P" />}
        </Button>
      )}
      <a className="btn btn--quiet" href={contextHref} data-do="context">
        {labels.context}
        <span className="vh"> {name}</span>
      </a>
    </div>
  );
}

export function Key({ letter }: { letter: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{letter}</kbd>
    </span>
  );
}
