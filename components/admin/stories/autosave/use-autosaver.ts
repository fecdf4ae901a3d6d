'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import { setFields } from '../set-fields';
import { Autosaver, type SaveState } from './autosaver';
import type { RecoverableDraftView } from './recoverable-drafts';
import { takeMerged } from './take-merged';
import { type EditingGuard, noEditingGuard } from './use-retry-safe-action';

interface Wanted {
  storyId: number;
  member: number | null;
  state: StoryFormState;
  /** As the page was made with them. */
  offers: readonly RecoverableDraftView[];
  hands: { current: EditingGuard };
}

interface AutosaveStatus {
  /** Null until there is script. */
  tab: string | null;
  standing: SaveState | null;
  offers: readonly RecoverableDraftView[];
}

/** Keeps what is typed in a story's form while it is on the screen, and what is offered beside it up to date. */
export function useAutosaver(
  form: RefObject<HTMLFormElement | null>,
  { storyId, member, state, offers, hands }: Wanted,
): AutosaveStatus {
  const router = useRouter();
  const path = usePathname();
  const keeper = useRef<Autosaver | null>(null);
  const [standing, setStanding] = useState<SaveState | null>(null);
  const [tab, setTab] = useState<string | null>(null);
  const [fresh, setFresh] = useState<readonly RecoverableDraftView[] | null>(null);
  const answered = useRef(state);

  // Asked for by itself: the page made anew for it would be a whole page to lose, were the server gone just then.
  const lookForOffers = useCallback(() => {
    offersOf(storyId).then((found) => found && setFresh(found), console.error);
  }, [storyId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was made anew brings the offers of now
  useEffect(() => setFresh(null), [offers]);

  useEffect(() => {
    if (!form.current || member === null) return;
    const now = new Autosaver(form.current, { member, onStanding: setStanding, onRecovered: lookForOffers });
    keeper.current = now;
    setTab(now.tab);
    now.start();
    const here = form.current;
    hands.current = {
      haveTypedSince: () => now.hasTypedSince(),
      takeMerged: (sent, merged) => takeMerged(here, sent, merged),
    };
    return () => {
      hands.current = noEditingGuard;
      now.stop();
    };
  }, [form, member, lookForOffers, hands]);

  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    if (state.isUnanswered) return keeper.current?.sendAgain();
    if (state.taken) keeper.current?.giveWay();
    keeper.current?.answered();
    if (state.taken && form.current) {
      setTab(keeper.current?.tab ?? null);
      setFields(form.current, state.values);
    }
    if (state.notice?.kind === 'done' || state.isLeftAsTyped) lookForOffers();
    if (state.created) {
      keeper.current?.moveTo({ storyId: state.created.storyId, basedOn: state.created.version });
      router.replace(`/admin/stories/${state.created.storyId}?did=create`);
    }
    if (state.isSaved) {
      window.history.replaceState(null, '', `${path}?did=save`);
      router.refresh();
    }
  }, [form, lookForOffers, path, router, state]);

  return { tab, standing, offers: fresh ?? offers };
}

/** Null when they cannot be had now: what was offered stays. */
async function offersOf(storyId: number): Promise<RecoverableDraftView[] | null> {
  const answer = await fetch(`/api/drafts?story=${storyId}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as RecoverableDraftView[]) : null;
}
