'use client';

import { useEffect, useState } from 'react';
import type { Say } from '@/lib/site/labels';
import type { KnownStory } from '../editor-context';
import { DialogTextField } from './dialog-text-field.client';
import { searchStories } from './fetch-stories';

export function StorySearch({ say, choose }: { say: Say; choose: (story: KnownStory) => void }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly KnownStory[] | null>(null);
  useEffect(() => {
    const request = new AbortController();
    const wait = setTimeout(() => {
      searchStories(words, request.signal).then(
        (stories) => {
          if (!request.signal.aborted) setFound(stories);
        },
        (error) => {
          if (!request.signal.aborted) console.error(error);
        },
      );
    }, 200);
    return () => {
      clearTimeout(wait);
      request.abort();
    };
  }, [words]);
  return (
    <>
      <DialogTextField label={say('editor.ownStory')} value={words} put={setWords} type="search" />
      <ul aria-live="polite" aria-label={say('editor.ownStories')}>
        {found?.map((story) => (
          <li key={story.id}>
            <button
              className="py-[0.35rem] px-[0.6rem] border-x-0 border-t border-b-0 border-t-rule w-full min-h-10 bg-transparent text-left cursor-pointer hover:bg-wash"
              type="button"
              onClick={() => choose(story)}
            >
              {story.headline}
              <span className="meta block">
                {[story.section, !story.isPublic && say('editor.notPublic')].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {found?.length === 0 && <li className="hint">{say('storyDesk.noneFound')}</li>}
      </ul>
    </>
  );
}
