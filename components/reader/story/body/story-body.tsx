import type { ReactNode } from 'react';
import { splitBody } from './split-body';

/** Behind so many paragraphs something may stand between. */
const PARAGRAPHS = 3;

/** The one place where a story's HTML is shown: sanitised at save against an allow-list (`lib/stories/body/notation/body-from-notation.ts`). */
export function StoryBody({ html, between }: { html: string; between?: ReactNode }) {
  const parts = between ? splitBody(html, PARAGRAPHS) : null;
  if (parts) {
    return (
      <div data-story-body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved */}
        <div className="body" dangerouslySetInnerHTML={{ __html: parts[0] }} />
        {between}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved */}
        <div className="body" dangerouslySetInnerHTML={{ __html: parts[1] }} />
      </div>
    );
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved
  return <div className="body" data-story-body dangerouslySetInnerHTML={{ __html: html }} />;
}
