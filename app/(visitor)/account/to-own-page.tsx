import type { Say } from '@/lib/site/labels';

/** Leads on from a page that a mail linked to, once its action is done. */
export function ToOwnPage({ say }: { say: Say }) {
  return (
    <p className="meta">
      {say('account.onward')}{' '}
      <a className="more" href="/account">
        {say('account.title')}
      </a>
    </p>
  );
}
