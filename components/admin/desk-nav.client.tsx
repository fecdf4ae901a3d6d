'use client';

import { usePathname } from 'next/navigation';
import { Icon, type IconName } from '@/components/ui/icon';

export interface DeskLink {
  href: string;
  label: string;
  icon: IconName;
  /** How many wait there, and the same as a sentence for screen readers. */
  waiting?: { count: string; sentence: string } | undefined;
  /** Someone outside waits: shown in red. */
  hot?: boolean;
}

/** Marks where one is. Plain links: each page of the desk is a whole answer, with fresh counts. */
export function DeskLinks({ links }: { links: readonly DeskLink[] }) {
  const here = usePathname();
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={isHere(link.href, here) ? 'page' : undefined}>
            <Icon name={link.icon} />
            {link.label}
            {link.waiting && (
              <span className={link.hot ? 'n n--hot' : 'n'}>
                <span aria-hidden="true">{link.waiting.count}</span>
                <span className="vh">{link.waiting.sentence}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function isHere(href: string, here: string): boolean {
  return href === '/admin' ? here === href : here === href || here.startsWith(`${href}/`);
}
