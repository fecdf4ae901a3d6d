'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import type { FrameLine } from './site-frame';

interface Props {
  bar: readonly FrameLine[];
  /** Behind the last word of the bar; on a narrow screen the other menu holds them. */
  more: readonly FrameLine[];
  label: string;
  moreLabel: string;
}

/**
 * The sections under the masthead. A layout cannot know which page it stands round; its server half can ask the
 * router, and that half is all that readers get.
 */
export function SectionNav({ bar, more, label, moreLabel }: Props) {
  const here = `/${useSelectedLayoutSegment() ?? ''}`;
  return (
    <nav className="nav" aria-label={label}>
      <div className="page">
        <div className="nav__row">
          <Lines lines={bar} here={here} />
          {more.length > 0 && (
            <details className="nav__more">
              <summary>{moreLabel}</summary>
              <div className="menu__panel">
                <Lines lines={more} here={here} />
              </div>
            </details>
          )}
        </div>
      </div>
    </nav>
  );
}

function Lines({ lines, here }: { lines: readonly FrameLine[]; here: string }) {
  return (
    <ul>
      {lines.map(({ label, href }) => (
        <li key={href}>
          <a
            href={href}
            rel={href.startsWith('/') ? undefined : 'noopener'}
            aria-current={href === here ? 'page' : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
