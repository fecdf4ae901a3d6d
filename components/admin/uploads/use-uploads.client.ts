'use client';

import { useCallback, useRef, useState } from 'react';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { UploadFailure, UploadProgress } from './post-form.client';
import { isSettled, type Upload, UploadQueue, type UploadSuccess } from './upload-queue';

/** How the files of one library are checked and sent. */
export interface UploadOptions<Saved extends UploadSuccess> {
  /** Why a file is not sent at all; null: it is sent. */
  faultOf: (file: File) => string | null;
  send: (file: File, watch: UploadProgress) => Promise<Saved | UploadFailure>;
}

/** The uploads of a library's page. `onDone` is called each time none is left to send. */
export function useUploads<Saved extends UploadSuccess>(options: UploadOptions<Saved>, onDone: () => void) {
  const [uploads, setUploads] = useState<readonly Upload<Saved>[]>([]);
  const latest = useRef({ ...options, onDone });
  latest.current = { ...options, onDone };
  const [queue] = useState(
    () =>
      new UploadQueue<Saved>({
        send: (file, watch) => latest.current.send(file, watch),
        onChange: (key, to) =>
          setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload))),
        onDone: () => latest.current.onDone(),
      }),
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => queue.uploadOf(file, latest.current.faultOf(file)));
      setUploads((all) => [...all, ...added]);
      queue.push(...added.filter(({ state }) => state === 'waiting'));
    },
    [queue],
  );
  const retry = useCallback((upload: Upload<Saved>) => queue.retry(upload), [queue]);

  useWarningBeforeLeaving(uploads.some(({ state }) => !isSettled(state)));

  return { uploads, add, retry };
}
