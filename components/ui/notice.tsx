import type { ReactNode } from 'react';

/** `done` and `refused` as in a FormState's notice; `warn` and `plain` for what is simply so. */
export type NoticeKind = 'done' | 'refused' | 'warn' | 'plain';

const looks: Record<NoticeKind, string> = {
  done: 'note note--ok',
  refused: 'note note--err',
  warn: 'note note--warn',
  plain: 'note',
};

/** A sentence about the whole. Read aloud when it appears: a refusal at once, the rest in its turn. */
export function Notice({ kind, children }: { kind: NoticeKind; children: ReactNode }) {
  if (kind === 'plain' || kind === 'warn') return <div className={looks[kind]}>{children}</div>;
  return (
    <div className={looks[kind]} role={kind === 'refused' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
