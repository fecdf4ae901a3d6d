import { Button } from '@/components/ui/button';
import { Key } from './key-letter';
import type { QueueComment } from './queue-comment';
import type { QueueLabels } from './queue-labels';

interface CommentRowButtonsProps {
  comment: QueueComment;
  /** The comment and its version, as the buttons send it. */
  target: string;
  showsKeys: boolean;
  contextHref: string;
  answerHref: string;
  labels: QueueLabels;
}

/** What can be done with a comment in its state. */
export function CommentRowButtons({
  comment,
  target,
  showsKeys,
  contextHref,
  answerHref,
  labels,
}: CommentRowButtonsProps) {
  const { state, name } = comment;
  const isUp = state === 'visible';
  const isDown = state === 'hidden' || state === 'spam';
  if (state === 'withdrawn') return null;
  return (
    <div className="q__do gap-[0.4rem] flex flex-wrap relative [&_kbd]:h-5 [&_kbd]:min-w-5 [&_kbd]:align-middle max-lg:[&_kbd]:hidden">
      {(!isUp || comment.isReported) && (
        <Button kind="ok" name="approve" value={target} about={name}>
          {isUp ? labels.keep : labels.approve}
          {showsKeys && <Key letter="A" />}
        </Button>
      )}
      {state !== 'hidden' && <HideButton target={target} name={name} showsKeys={showsKeys} labels={labels} />}
      {state !== 'spam' && (
        <Button name="spam" value={target} about={name}>
          {labels.spam}
          {showsKeys && <Key letter="S" />}
        </Button>
      )}
      {!isDown && (
        <a className="btn" href={answerHref} data-do="answer">
          {labels.answer}
          <span className="vh"> {name}</span>
          {showsKeys && <Key letter="T" />}
        </a>
      )}
      {isUp && (
        <Button name={comment.isPicked ? 'unpick' : 'pick'} value={target} about={name}>
          {comment.isPicked ? labels.unpick : labels.pick}
          {showsKeys && <Key letter="P" />}
        </Button>
      )}
      <a className="btn btn--quiet" href={contextHref} data-do="context">
        {labels.context}
        <span className="vh"> {name}</span>
      </a>
    </div>
  );
}

interface HideButtonProps extends Pick<CommentRowButtonsProps, 'target' | 'showsKeys' | 'labels'> {
  name: string;
}

/** Opens the reasons to hide a comment for, a button each. */
function HideButton({ target, name, showsKeys, labels }: HideButtonProps) {
  return (
    <details className="q__hide">
      <summary className="btn btn--no list-none [&::-webkit-details-marker]:hidden">
        {labels.hide}
        <span className="vh"> {name}</span>
        {showsKeys && <Key letter="R" />}
      </summary>
      <div className="p-[0.6rem] top-[calc(100%_+_0.3rem)] left-0 gap-[0.4rem] border border-control absolute z-31 max-w-full flex flex-wrap bg-paper shadow-pop">
        {labels.reasons.map(({ value, label }, at) => (
          <Button key={value} name="hide" value={`${target}:${value}`} about={name}>
            {label}
            {showsKeys && <Key letter={String(at + 1)} />}
          </Button>
        ))}
      </div>
    </details>
  );
}
