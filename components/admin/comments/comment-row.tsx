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
      <label className="tick">
        <input
          type="checkbox"
          name="chosen"
          value={target}
          checked={isSelected}
          onChange={() => onToggle(comment.id)}
        />
        <span className="vh">{fillPlaceholder(labels.chooseOne, comment.name)}</span>
      </label>
      <article aria-label={comment.name} tabIndex={-1} aria-current={isHere || undefined}>
        <div className="q__top">
          <strong>{comment.name}</strong>
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
        <a className="q__on" href={comment.storyHref}>
          <Icon name="page" />
          {comment.headline}
        </a>
        {comment.parent !== '' && <blockquote className="q__parent">{comment.parent}</blockquote>}
        <p className="q__text">
          {comment.text.map(({ text, isMarked }, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
            isMarked ? <mark key={place}>{text}</mark> : text,
          )}
        </p>
        {comment.reports.length > 0 && (
          <ul className="q__reports" aria-label={labels.reportsOpen}>
            {comment.reports.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p className="meta q__record">
          {comment.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        {comment.signals.length > 0 && (
          <p className="meta q__record">
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
    <div className="q__do">
      {(!isUp || comment.isReported) && (
        <Button kind="ok" name="approve" value={target} about={name}>
          {isUp ? labels.keep : labels.approve}
          {keys && <Key letter="A" />}
        </Button>
      )}
      {state !== 'hidden' && (
        <details className="q__hide">
          <summary className="btn btn--no">
            {labels.hide}
            <span className="vh"> {name}</span>
            {keys && <Key letter="R" />}
          </summary>
          <div>
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
