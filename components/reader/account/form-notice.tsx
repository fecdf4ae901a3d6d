import type { FormState } from '@/lib/forms/form-state';

/** What became of it, read aloud when it appears. */
export function FormNotice({ notice }: { notice: FormState['notice'] }) {
  if (!notice) return null;
  const isDone = notice.kind === 'done';
  return (
    <p
      className={isDone ? 'note note--ok' : 'note note--err'}
      role={isDone ? 'status' : 'alert'}
      tabIndex={-1}
    >
      {notice.text}
    </p>
  );
}
