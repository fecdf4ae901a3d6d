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
    <section className="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{say('editor.checks')}</h2>
      <p className="meta" role="status">
        {findings.length === 0
          ? say('editor.checksClean')
          : say('editor.checksCount', { count: findings.length })}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.what} ${JSON.stringify(finding.at)}`}>
              <button type="button" onClick={() => go(finding)}>
                {say(finding.what, finding.values)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
