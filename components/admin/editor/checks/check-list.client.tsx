'use client';

import type { Say } from '@/lib/site/labels';
import type { Finding } from './find-problems';

/** What there is to look at, each a button that leads to the place. Said when asked, not shouted. */
export function CheckList({
  findings,
  say,
  go,
}: {
  findings: readonly Finding[];
  say: Say;
  go: (to: Finding) => void;
}) {
  return (
    <section
      className="mt-3 pt-[0.6rem] border-t border-t-rule [&_li+li]:mt-1"
      aria-labelledby="checks-title"
    >
      <h2 className="text-base/[1.4] font-serif font-strong" id="checks-title">
        {say('editor.checks')}
      </h2>
      <p className="meta" role="status">
        {findings.length === 0
          ? say('editor.checksClean')
          : say('editor.checksCount', { count: findings.length })}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.what} ${JSON.stringify(finding.at)}`}>
              <button
                className="py-[0.2rem] px-[0.6rem] border-y-0 border-r-0 border-l-3 border-l-warn w-full min-h-8 bg-warn-wash text-left cursor-pointer"
                type="button"
                onClick={() => go(finding)}
              >
                {say(finding.what, finding.values)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
