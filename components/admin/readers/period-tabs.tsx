import type { DeskPeriod } from '@/lib/readership/desk';
import type { Say } from '@/lib/site/labels';

interface PeriodTabsProps {
  periods: readonly DeskPeriod[];
  current: DeskPeriod;
  say: Say;
}

export function PeriodTabs({ periods, current, say }: PeriodTabsProps) {
  return (
    <nav className="mb-4 gap-[0.35rem] flex flex-wrap" aria-label={say('readership.periods')}>
      {periods.map((period) => (
        <a
          key={period}
          className="btn [&[aria-current]]:bg-ink [&[aria-current]]:text-paper"
          href={`/admin/readers?period=${period}`}
          aria-current={period === current ? 'page' : undefined}
        >
          {say(`readership.desk.${period}`)}
        </a>
      ))}
    </nav>
  );
}
