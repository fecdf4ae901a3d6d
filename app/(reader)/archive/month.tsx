import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { MostRead } from '@/components/reader/front/rank';
import { MonthCalendar, nameOfMonth } from '@/components/reader/listing/month-calendar';
import { PageNote } from '@/components/reader/page-note';
import { readMonth } from '@/lib/archive/reading';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { readMostRead } from '@/lib/stories/reading';

/** A month of the archive. A story on a day that had none changes it, so it carries the tag of every day. */
export async function ArchiveMonth({ month, now }: { month: string; now: Date }) {
  const found = (await readMonth(month, now)) ?? notFound();
  const [{ say }, mostRead] = await Promise.all([readSite(), readMostRead()]);
  const everyDay = Array.from({ length: 31 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);
  return (
    <main id="main" className="page">
      <PageNote
        tags={[...everyDay.map(tag.archive), ...mostRead.map((story) => tag.story(story.id))]}
        soft={[tag.popular]}
      />
      <Crumbs
        trail={[{ name: say('nav.archive'), href: '/archive' }, { name: nameOfMonth(month) }]}
        say={say}
      />
      <header className="sechead">
        <h1>{say('nav.archive')}</h1>
      </header>
      <div className="cols g84 ruled">
        <MonthCalendar month={month} {...found} say={say} />
        <aside className="rail" aria-label={say('nav.rail')}>
          <MostRead stories={mostRead} say={say} />
        </aside>
      </div>
    </main>
  );
}
