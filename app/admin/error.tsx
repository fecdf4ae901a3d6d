'use client';

import { DeskHead } from '@/components/admin/desk/desk-head';
import { storyLabels } from '@/lib/site/labels/reader/story';

/** Something of ours broke. The id stands beside the error in the server's own words. A reload asks the server again; React's `reset` would not. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  const isEnglish = typeof document !== 'undefined' && document.documentElement.lang === 'en';
  const language = isEnglish ? 'en' : 'bn';
  return (
    <div role="alert">
      <DeskHead title={storyLabels['error.serverTitle'][language]} />
      <p>{storyLabels['error.serverBody'][language]}</p>
      {error.digest && <p className="meta">#{error.digest}</p>}
      <p className="away mt-4 [&+h2]:mt-6">
        <button type="button" className="btn" onClick={() => location.reload()}>
          {storyLabels['error.tryAgain'][language]}
        </button>
      </p>
    </div>
  );
}
