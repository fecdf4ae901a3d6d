import { useCallback, useRef, useState } from 'react';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { Watch } from './send-file.client';

/** What becomes of any file that is sent in; what a kept one is called is its own. */
type AnyOutcome = { kind: 'kept' } | { kind: 'refused'; error: string } | { kind: 'not-sent' };

export interface Upload<Outcome extends AnyOutcome> {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'making' | 'retrying' | AnyOutcome['kind'];
  percent: number;
  outcome?: Outcome | { kind: 'refused'; error: string };
}

interface Manner<Outcome extends AnyOutcome> {
  /** The sentence why a file is not even sent; null for one that is. */
  faultOf: (file: File) => string | null;
  send: (file: File, watch: Watch) => Promise<Outcome>;
  /** Called each time all that were waiting are through. */
  onDone: () => void;
}

/** Two at a time: the server makes them one by one, and the line is kept busy meanwhile. */
const AT_ONCE = 2;

/** Files on their way to a library. */
export function useUploads<Outcome extends AnyOutcome>({ faultOf, send, onDone }: Manner<Outcome>) {
  const [uploads, setUploads] = useState<readonly Upload<Outcome>[]>([]);
  const waiting = useRef<Upload<Outcome>[]>([]);
  const running = useRef(0);
  const lastKey = useRef(0);
  const done = useRef(onDone);
  done.current = onDone;
  const sender = useRef(send);
  sender.current = send;

  const change = useCallback((key: number, to: Partial<Upload<Outcome>>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));
  }, []);

  const takeNext = useCallback(() => {
    while (running.current < AT_ONCE) {
      const next = waiting.current.shift();
      if (!next) break;
      running.current += 1;
      const { key, file } = next;
      change(key, { state: 'sending', percent: 0 });
      void sender
        .current(file, {
          onProgress: (percent) => change(key, { state: percent < 100 ? 'sending' : 'making', percent }),
          onRetry: () => change(key, { state: 'retrying', percent: 0 }),
        })
        .then((outcome) => change(key, { state: outcome.kind, outcome }))
        .finally(() => {
          running.current -= 1;
          if (running.current === 0 && waiting.current.length === 0) done.current();
          takeNext();
        });
    }
  }, [change]);

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file): Upload<Outcome> => {
        const error = faultOf(file);
        lastKey.current += 1;
        const upload = { key: lastKey.current, file, percent: 0 };
        return error === null
          ? { ...upload, state: 'waiting' }
          : { ...upload, state: 'refused', outcome: { kind: 'refused', error } };
      });
      waiting.current.push(...added.filter(({ state }) => state === 'waiting'));
      setUploads((all) => [...all, ...added]);
      takeNext();
    },
    [takeNext, faultOf],
  );

  const retry = useCallback(
    (upload: Upload<Outcome>) => {
      waiting.current.push(upload);
      change(upload.key, { state: 'waiting', percent: 0 });
      takeNext();
    },
    [change, takeNext],
  );

  const isBusy = uploads.some(({ state }) => !isSettled(state));
  useWarningBeforeLeaving(isBusy);

  return { uploads, add, retry, isBusy };
}

export function isSettled(state: Upload<AnyOutcome>['state']): boolean {
  return state === 'kept' || state === 'refused' || state === 'not-sent';
}
