import type { Say } from '@/lib/site/labels';

interface Crumbs {
  /** Below the front, in order; the last without an address is the page itself. */
  trail: readonly { name: string; href?: string }[];
  say: Say;
  className?: string;
}

export function Crumbs({ trail, say, className = 'crumbs' }: Crumbs) {
  return (
    <nav aria-label={say('nav.breadcrumb')}>
      <ol className={className}>
        <li>
          <a href="/">{say('nav.home')}</a>
        </li>
        {trail.map(({ name, href }) => (
          <li key={name} aria-current={href ? undefined : 'page'}>
            {href ? <a href={href}>{name}</a> : name}
          </li>
        ))}
      </ol>
    </nav>
  );
}
