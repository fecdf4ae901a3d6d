import type { Say } from '@/lib/site/labels';

/** A mailed link that leads nowhere any more, and the way to a new one. */
export function BadLink({ say }: { say: Say }) {
  return (
    <>
      <p className="note">{say('account.badLink')}</p>
      <p>
        <a className="more" href="/account">
          {say('account.askAgain')}
        </a>
      </p>
    </>
  );
}
