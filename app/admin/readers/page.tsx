import { clockTime, longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { HoursChart } from '@/components/admin/readers/hours-chart';
import { KeyFigures } from '@/components/admin/readers/key-figures';
import { PeriodTabs } from '@/components/admin/readers/period-tabs';
import { DepthTable, ShareTable, SourceTable } from '@/components/admin/readers/share-tables';
import { StoryTable } from '@/components/admin/readers/story-table';
import { ButtonLink } from '@/components/ui/button';
import { deskPeriodIn, deskPeriods, deskReaders } from '@/lib/readership/desk';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('readership.title') };
}

/** What is read now, today and this week, by whom as far as anyone can know it. */
export default async function ReadersPage({ searchParams }: PageProps<'/admin/readers'>) {
  const period = deskPeriodIn((await searchParams).period);
  const readers = await deskReaders(period);
  const { say } = await readSite();
  const began = new Date(readers.from * 3_600_000);
  const span = {
    now: say('readership.nowSince', { time: clockTime(began) }),
    today: say('readership.todaySince'),
    week: say('readership.weekSince', { date: longDate(began) }),
  }[period];

  return (
    <>
      <DeskHead title={say('readership.title')}>
        <span className="meta">{span}</span>
        <ButtonLink href={`/admin/readers/export?period=${period}`}>{say('readership.export')}</ButtonLink>
      </DeskHead>
      <PeriodTabs periods={deskPeriods} current={period} say={say} />
      {readers.total.views === 0 ? (
        <p className="note">{say('readership.nothing')}</p>
      ) : (
        <>
          <KeyFigures {...readers.figures} say={say} />
          {readers.hours && <HoursChart span={span} bars={readers.hours} unit="hour" say={say} />}
          {readers.days && <HoursChart span={span} bars={readers.days} unit="day" say={say} />}
          <div className="home gap-y-5 gap-x-8 grid grid-cols-[minmax(0,1fr)] wrap-anywhere lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] [&_.panel+.panel]:mt-7">
            <div>
              <StoryTable stories={readers.stories} say={say} />
              {period === 'week' && <p className="meta">{say('readership.weekNoteDesk')}</p>}
            </div>
            <div>
              <ShareTable
                caption={say('readership.sections')}
                first={say('readership.section')}
                rows={readers.sections.map(({ slug, name, views }) => ({ key: slug, name, part: views }))}
                whole={readers.total.views}
                say={say}
              />
              <SourceTable
                caption={period === 'week' ? 'readership.sources' : 'readership.sourcesToday'}
                sources={readers.sources}
                say={say}
              />
              <DepthTable total={readers.total} say={say} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
