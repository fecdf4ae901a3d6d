import type { Say } from '@/lib/site/labels';

/** From a page that a letter has led to, whose deed is done. */
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
