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
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      <div className="panel__in">{children}</div>
    </details>
  );
}
