import { longDate, startOfDhakaDay } from '@barta/bengali/dates';
import { notFound } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { Icon } from '@/components/reader/icon';
import { banglaDay, MonthCalendar, nameOfMonth } from '@/components/reader/listing/month-calendar';
import { StoryListing } from '@/components/reader/listing/story-listing';
import { readAds } from '@/lib/ads/reading';
import { readDay, readMonth } from '@/lib/archive/reading';
import { tag } from '@/lib/cache/tags';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readMostRead } from '@/lib/stories/for-readers/reading';

/** What was published on one day in Dhaka, with the ways to its neighbours. */
export async function ArchiveDay({ day, cursor }: { day: string; cursor?: string }) {
  const now = new Date();
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readDay(day, now, before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { stories, previous, next } = found;
  const month = day.slice(0, 7);
  const [{ say, adsOn, calendar: rule }, mostRead, calendar] = await Promise.all([
    readSite(),
    readMostRead(),
    readMonth(month, now),
  ]);
  return (
    <main id="main" className="page">
      <CacheTags
        tags={[tag.archive(day), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        swr={[tag.popular, tag.latest]}
      />
      <StoryListing
        listing={found}
        address={`/archive/${day}`}
        name={longDate(startOfDhakaDay(day))}
        isOlder={before !== undefined}
        empty={say('empty.archiveDay')}
        mostRead={mostRead}
        ads={await readAds(adsOn, now)}
        now={now}
        say={say}
        trail={[
          { name: say('nav.archive'), href: '/archive' },
          { name: nameOfMonth(month), href: `/archive/${month}` },
        ]}
        rail={
          calendar && <MonthCalendar month={month} {...calendar} currentDay={day} rule={rule} say={say} />
        }
      >
        <p className="sechead__note">{say('date.bangla', { date: banglaDay(day, rule) })}</p>
        <nav className="chips" aria-label={say('date.day')}>
          {previous && (
            <a className="chip" href={`/archive/${previous}`} rel="prev">
              <Icon name="back" /> {say('nav.previousDay')}
            </a>
          )}
          {next && (
            <a className="chip" href={`/archive/${next}`} rel="next">
              {say('nav.nextDay')} <Icon name="arrow" />
            </a>
          )}
        </nav>
      </StoryListing>
    </main>
  );
}
