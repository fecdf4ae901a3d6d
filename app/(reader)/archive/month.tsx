import { notFound } from 'next/navigation';
import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { MostRead } from '@/components/reader/front/rank';
import { DayForm } from '@/components/reader/listing/day-form';
import { Nothing } from '@/components/reader/listing/listing';
import { MonthCalendar, nameOfMonth } from '@/components/reader/listing/month-calendar';
import { readAds } from '@/lib/ads/reading';
import { readMonth } from '@/lib/archive/reading';
import { tag } from '@/lib/cache/tags';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { readMostRead } from '@/lib/stories/for-readers/reading';

interface ArchiveMonthQuery {
  month: string;
  now: Date;
  /** The archive's own address: it is there before the first story is. */
  isHome?: boolean;
  /** A day that was asked for and is none, and why. */
  dateInput?: string;
  fault?: LabelKey | undefined;
}

/** A month of the archive. A story on a day that had none changes it, so it carries the tag of every day. */
export async function ArchiveMonth({ month, now, isHome = false, dateInput = '', fault }: ArchiveMonthQuery) {
  const found = await readMonth(month, now);
  if (!found && !isHome) notFound();
  const [{ say, adsOn, calendar: rule }, mostRead] = await Promise.all([readSite(), readMostRead()]);
  const ads = await readAds(adsOn, now);
  const everyDay = Array.from({ length: 31 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);
  return (
    <main id="main" className="page">
      <CacheTags
        tags={[...everyDay.map(tag.archive), ...mostRead.map((story) => tag.story(story.id))]}
        swr={[tag.popular]}
      />
      <Crumbs
        trail={[{ name: say('nav.archive'), href: '/archive' }, { name: nameOfMonth(month) }]}
        say={say}
      />
      <header className="sechead">
        <h1>{say('nav.archive')}</h1>
      </header>
      <div className="cols g84 ruled">
        <div>
          <DayForm dateInput={dateInput} fault={fault} say={say} />
          {found ? (
            <MonthCalendar month={month} {...found} rule={rule} say={say} />
          ) : (
            <Nothing sentence={say('front.empty')} say={say} />
          )}
        </div>
        <aside className="rail" aria-label={say('nav.rail')}>
          <MostRead stories={mostRead} say={say} />
          <Ad ad={ads(8)} say={say} />
        </aside>
      </div>
    </main>
  );
}
