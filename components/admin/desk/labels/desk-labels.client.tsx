'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { LabelSet, Say, Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';

const LabelsContext = createContext<Words>({ set: 'bn', of: {} });

/**
 * Provides the labels that the client components inside need, in addition to those of the providers around it. The page
 * picks them, so that the browser is not sent the whole catalogue, and the newsroom's own wordings are used.
 */
export function DeskLabels({ words: { set, of }, children }: { words: Words; children: ReactNode }) {
  const around = useContext(LabelsContext);
  const words = useMemo(() => ({ set, of: { ...around.of, ...of } }), [around, set, of]);
  return <LabelsContext value={words}>{children}</LabelsContext>;
}

/** Translates label keys in client components. A label that the page has not provided is shown as its key; `client-labels.test.ts` catches that. */
export function useSay(): Say {
  const words = useContext(LabelsContext);
  return useMemo(() => sayWith(words), [words]);
}

/** The language of the labels, for a component that brings labels of its own. */
export function useLabelSet(): LabelSet {
  return useContext(LabelsContext).set;
}
