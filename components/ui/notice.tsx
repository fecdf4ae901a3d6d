import type { ReactNode } from 'react';

/** `done` and `refused` as in a FormState's notice; `warn` and `plain` for standing information. */
export type NoticeKind = 'done' | 'refused' | 'warn' | 'plain';

const looks: Record<NoticeKind, string> = {
  done: 'note note--ok',
  refused: 'note note--err',
  warn: 'note note--warn',
  plain: 'note',
};

/** A message about a whole form or page. Screen readers announce a refusal at once and a success politely. */
export function Notice({ kind, children }: { kind: NoticeKind; children: ReactNode }) {
  if (kind === 'plain' || kind === 'warn') return <div className={looks[kind]}>{children}</div>;
  return (
    <div className={looks[kind]} role={kind === 'refused' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
