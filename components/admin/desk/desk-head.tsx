import type { ReactNode } from 'react';

interface DeskHeadProps {
  title: ReactNode;
  /** The end of the line: a link back, a button, a date. */
  children?: ReactNode;
}

/** The head of a page of the desk. */
export function DeskHead({ title, children }: DeskHeadProps) {
  return (
    <div className="title mb-3 gap-y-2 gap-x-4 flex flex-wrap items-center">
      <h1 className="text-h3/[1.4] font-lead">{title}</h1>
      {children}
    </div>
  );
}
