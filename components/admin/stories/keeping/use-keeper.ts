'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import { setFields } from '../set-fields';
import { Keeper, type Standing } from './keeper';

/** Keeps what is typed in a story's form while it is on the screen. `tab` is null until there is script. */
export function useKeeper(
  form: RefObject<HTMLFormElement | null>,
  { member, state }: { member: number | null; state: StoryFormState },
): { tab: string | null; standing: Standing | null } {
  const router = useRouter();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [tab, setTab] = useState<string | null>(null);
  const answered = useRef(state);

  useEffect(() => {
    if (!form.current || member === null) return;
    const keeper = new Keeper(form.current, {
      member,
      onStanding: setStanding,
      onRecovered: () => router.refresh(),
    });
    setTab(keeper.tab);
    keeper.start();
    return () => keeper.stop();
  }, [form, member, router]);

  // What is offered beside the form is the page's, and an answer of the action does not bring it anew.
  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    if (state.taken && form.current) setFields(form.current, state.values);
    if (state.notice?.kind === 'done') router.refresh();
  }, [form, router, state]);

  return { tab, standing };
}
