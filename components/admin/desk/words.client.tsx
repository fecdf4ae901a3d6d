'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Say, Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';

const Spoken = createContext<Words>({ set: 'bn', of: {} });

/**
 * The labels that the forms inside need, picked by the page, beside those that are given around it: the browser is
 * sent these and not the whole catalogue in two languages, and they are the newsroom's own where it has some.
 */
export function DeskWords({ words: { set, of }, children }: { words: Words; children: ReactNode }) {
  const around = useContext(Spoken);
  const words = useMemo(() => ({ set, of: { ...around.of, ...of } }), [around, set, of]);
  return <Spoken value={words}>{children}</Spoken>;
}

/** As the server says them. A label that the page has not picked stands as its key: `words-picked.test.ts` finds it first. */
export function useSay(): Say {
  const words = useContext(Spoken);
  return useMemo(() => sayWith(words), [words]);
}
