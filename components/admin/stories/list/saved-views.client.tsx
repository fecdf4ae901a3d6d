'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { NewViewForm, type SavedViewWords, ViewForms } from './saved-view-forms';

interface SavedViewsProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The current filters; `''` if there are none, and nothing to save. */
  query: string;
  views: readonly { id: number; name: string; href: string; isHere: boolean }[];
  words: SavedViewWords;
}

/** The member's saved filters as links, a form that saves the current ones, and a form for each that changes it. */
export function SavedViews({ action, query, views, words }: SavedViewsProps) {
  const [state, send] = useRetrySafeForm(action, untouched);
  const router = useRouter();
  const newView = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (state.notice?.kind !== 'done') return;
    if (newView.current) newView.current.open = false;
    router.refresh();
  }, [state, router]);

  const isAboutNew = state.values.do === 'save';
  const isSaved = views.some(({ isHere }) => isHere);
  return (
    <div className="views mb-3 gap-y-[0.4rem] gap-x-4 flex flex-wrap items-start [&>.note]:flex-[1_0_100%]">
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {views.length > 0 && (
        <nav aria-label={words.title}>
          <ul className="gap-[0.35rem] flex flex-wrap">
            {views.map(({ id, name, href, isHere }) => (
              <li key={id}>
                <a className="chip chip--view" href={href} aria-current={isHere || undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {query !== '' && !isSaved && (
        <NewViewForm
          details={newView}
          query={query}
          state={isAboutNew ? state : untouched}
          send={send}
          words={words}
        />
      )}
      {views.length > 0 && (
        <ViewForms views={views} state={isAboutNew ? untouched : state} send={send} words={words} />
      )}
    </div>
  );
}
