import { memo, type ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { CommentRowButtons } from './comment-row-buttons';
import { CommentText } from './comment-text';
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
        <CommentHead comment={comment} />
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
        <CommentText parts={comment.text} />
        <CommentEvidence comment={comment} labels={labels} />
        <CommentRowButtons
          comment={comment}
          target={target}
          showsKeys={isHere && showsKeys}
          contextHref={contextHref}
          answerHref={answerHref}
          labels={labels}
        />
        {children}
      </article>
    </li>
  );
});

/** Who wrote it, when, and what is special about it. */
function CommentHead({ comment }: Pick<CommentRowProps, 'comment'>) {
  return (
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
  );
}

/** What else there is to judge it by: reports, facts about the writer, and the signals of the spam filter. */
function CommentEvidence({ comment, labels }: Pick<CommentRowProps, 'comment' | 'labels'>) {
  return (
    <>
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
    </>
  );
}
