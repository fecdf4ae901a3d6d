import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

/** A part of the rail that can be folded away. */
export function Panel({
  id,
  title,
  isOpen = true,
  children,
}: {
  /** For links that lead to it. */
  id?: string;
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="panel" id={id} open={isOpen}>
      <summary className="gap-2 text-base/[1.4] font-serif font-strong flex items-center min-h-10 cursor-pointer list-none [&::-webkit-details-marker]:hidden">
        {title}
        <Icon name="down" />
      </summary>
      <div className="panel__in">{children}</div>
    </details>
  );
}
