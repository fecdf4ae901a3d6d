'use client';

import { useEffect } from 'react';
import { steadyCarets } from '@/components/ui/steady-caret';

/** Typed text goes where the caret is, in each plain field of the desk. */
export function SteadyCarets(): null {
  useEffect(() => {
    const stop = new AbortController();
    steadyCarets(document, stop.signal);
    return () => stop.abort();
  }, []);
  return null;
}
