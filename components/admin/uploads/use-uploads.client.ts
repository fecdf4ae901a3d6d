'use client';

import { useCallback, useRef, useState } from 'react';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { NotKept, Watch } from './post-form.client';
import { type AnyKept, isSettled, type Upload, UploadQueue } from './upload-queue';

/** How the files of one library are checked and sent. */
export interface UploadOptions<Kept extends AnyKept> {
  /** Why a file is not sent at all; null: it is sent. */
  faultOf: (file: File) => string | null;
  send: (file: File, watch: Watch) => Promise<Kept | NotKept>;
}

/** The uploads of a library's page. `onDone` is called each time none is left to send. */
export function useUploads<Kept extends AnyKept>(options: UploadOptions<Kept>, onDone: () => void) {
  const [uploads, setUploads] = useState<readonly Upload<Kept>[]>([]);
  const latest = useRef({ ...options, onDone });
  latest.current = { ...options, onDone };
  const [queue] = useState(
    () =>
      new UploadQueue<Kept>({
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
  const retry = useCallback((upload: Upload<Kept>) => queue.retry(upload), [queue]);

  useWarningBeforeLeaving(uploads.some(({ state }) => !isSettled(state)));

  return { uploads, add, retry };
}
