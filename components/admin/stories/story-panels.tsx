import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

/** A part of the rail that can be folded away. */
export function Panel({
  title,
  isOpen = true,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="panel" open={isOpen}>
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      <div className="panel__in">{children}</div>
    </details>
  );
}
