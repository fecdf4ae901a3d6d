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
    <ul
      className="py-0 px-3 overflow-x-auto flex [scrollbar-width:none] lg:p-0 lg:block max-lg:p-0 max-lg:overflow-visible"
      ref={list}
    >
      {links.map((link) => (
        <li key={link.href}>
          <a
            className="py-1 px-[0.7rem] gap-[0.6rem] font-medium relative flex items-center min-h-11 whitespace-nowrap text-ink-2 lg:pr-4 lg:pl-5 lg:min-h-[2.35rem] hover:text-ink hover:no-underline hover:bg-wash-2 [&[aria-current]]:font-strong [&[aria-current]]:text-ink [&[aria-current]]:[box-shadow:inset_0_-3px_0_var(--color-accent)] focus-visible:-outline-offset-3 lg:[&[aria-current]]:[box-shadow:inset_3px_0_0_var(--color-accent)] lg:[&[aria-current]]:bg-paper"
            href={link.href}
            aria-current={isHere(link.href, here) ? 'page' : undefined}
          >
            <Icon name={link.icon} />
            {link.label}
            {link.waiting && (
              <span
                className={
                  link.hot
                    ? 'ml-auto py-0 px-[0.45rem] text-micro text-on-accent bg-accent-fill rounded-[9px]'
                    : 'ml-auto text-micro text-ink-3'
                }
              >
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
