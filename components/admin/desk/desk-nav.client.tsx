'use client';

import { usePathname } from 'next/navigation';
import { useLayoutEffect, useRef } from 'react';
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
  const list = useRef<HTMLUListElement>(null);
  // On a narrow page the links stand in a row that is longer than the page: it begins where one is.
  useLayoutEffect(() => {
    const link = list.current?.querySelector('[aria-current]');
    const row = list.current?.parentElement;
    if (!link || !row) return;
    const [at, frame] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += at.left - frame.left - (frame.width - at.width) / 2;
  }, []);
  return (
    <ul ref={list}>
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
