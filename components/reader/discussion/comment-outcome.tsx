import type { ReactNode } from 'react';
import type { Say } from '@/lib/site/labels';

/**
 * What a form's sender is led to. It is in the page for everyone, and shown to whom the address leads to it: so the page
 * is the same for all. Its place takes the focus, which is what makes a screen reader say it.
 */
export function CommentOutcome({ of, text, children, isWaiting = false }: CommentOutcomeProps) {
  return (
    <div
      className={`said ${isWaiting ? 'cm--wait' : 'note note--ok'}`}
      id={`said-${of}`}
      role="status"
      tabIndex={-1}
    >
      {text} {children}
    </div>
  );
}

interface CommentOutcomeProps {
  /** As in `lib/comments/posting/outcome-url.ts`. */
  of: string | number;
  text: string;
  children?: ReactNode;
  isWaiting?: boolean;
}

/** Above the form: a comment that waits has no place of its own yet, nor has a complaint. */
export function FormOutcomes({ say }: { say: Say }) {
  return (
    <>
      <CommentOutcome of="held" text={say('comments.pending')} isWaiting>
        <Mine say={say} />
      </CommentOutcome>
      <CommentOutcome
        of="held-mail"
        text={`${say('comments.pending')} ${say('mail.consent.mailed')}`}
        isWaiting
      >
        <Mine say={say} />
      </CommentOutcome>
      <ReportOutcome say={say} />
    </>
  );
}

/** A complaint may be made where nothing more can be said. */
export function ReportOutcome({ say }: { say: Say }) {
  return <CommentOutcome of="report" text={say('talk.reportDone')} />;
}

/** Beside a comment that was just written. */
export function PostedOutcome({ id, say }: { id: number; say: Say }) {
  const published = say('comments.published');
  return (
    <>
      <CommentOutcome of={id} text={published}>
        <Mine id={id} say={say} />
      </CommentOutcome>
      <CommentOutcome of={`${id}-mail`} text={`${published} ${say('mail.consent.mailed')}`}>
        <Mine id={id} say={say} />
      </CommentOutcome>
    </>
  );
}

/** `id`: where it is known; else to all that was written on this device. */
function Mine({ id, say }: { id?: number; say: Say }) {
  return (
    <>
      {id && (
        <a className="more" href={`#c${id}`}>
          {say('comments.seeYours')}
        </a>
      )}
      <p className="meta">
        {say('talk.mineNote')}{' '}
        <a className="more" href={id ? `/account/comment/${id}` : '/account/comment'} rel="nofollow">
          {say('talk.mine')}
        </a>
      </p>
    </>
  );
}
