import type { ReactNode } from 'react';

interface DeskHeadProps {
  title: ReactNode;
  /** What stands at its end: a way back, a button, when it is. */
  children?: ReactNode;
}

/** The head of a page of the desk. */
export function DeskHead({ title, children }: DeskHeadProps) {
  return (
    <div className="title">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
