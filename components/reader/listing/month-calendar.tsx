import { type BanglaRule, toBanglaDate } from '@barta/bengali/bangla-calendar';
import { gregorianMonths } from '@barta/bengali/civil-date';
import { toBengaliDigits } from '@barta/bengali/digits';
import { Icon } from '@/components/reader/icon';
import type { Say } from '@/lib/site/labels';

interface MonthCalendar {
  /** As in `2026-11`. */
  month: string;
  /** The days on which something was published, as in `2026-11-24`. */
  days: readonly string[];
  previous: string | null;
  next: string | null;
  /** The day that the page shows, if it shows one. */
  currentDay?: string;
  /** By which the small Bangla days are reckoned. */
  rule: BanglaRule;
  say: Say;
}

// Sunday first, as on a calendar in Bangladesh; the short names are said in full to a screen reader.
const WEEK = [
  ['রবি', 'রবিবার'],
  ['সোম', 'সোমবার'],
  ['মঙ্গল', 'মঙ্গলবার'],
  ['বুধ', 'বুধবার'],
  ['বৃহ', 'বৃহস্পতিবার'],
  ['শুক্র', 'শুক্রবার'],
  ['শনি', 'শনিবার'],
] as const;

/** A month of the archive: each day that has news is a link. */
export function MonthCalendar({ month, days, previous, next, currentDay, rule, say }: MonthCalendar) {
  return (
    <section className="month" aria-label={nameOfMonth(month)}>
      <table>
        <caption>
          {nameOfMonth(month)} <span className="meta">{banglaMonthsOf(month, rule)}</span>
        </caption>
        <thead>
          <tr>
            {WEEK.map(([short, full]) => (
              <th key={full} scope="col" abbr={full}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) => (
                <td key={WEEK[index]?.[1]}>
                  {day && days.includes(day) ? (
                    <a href={`/archive/${day}`} aria-current={day === currentDay ? 'page' : undefined}>
                      <Day day={day} rule={rule} />
                    </a>
                  ) : (
                    day && (
                      <span>
                        <Day day={day} rule={rule} />
                      </span>
                    )
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <nav className="pager" aria-label={say('date.month')}>
        {previous && (
          <a href={`/archive/${previous}`} rel="prev">
            <Icon name="back" />
            {nameOfMonth(previous)}
          </a>
        )}
        {next && (
          <a href={`/archive/${next}`} rel="next">
            {nameOfMonth(next)}
            <Icon name="arrow" />
          </a>
        )}
      </nav>
    </section>
  );
}

/** The number, and below it the Bangla one, which the page says in words where it shows the day itself. */
function Day({ day, rule }: { day: string; rule: BanglaRule }) {
  return (
    <>
      {toBengaliDigits(Number(day.slice(8)))}
      <small aria-hidden="true">{toBengaliDigits(banglaOf(day, rule).day)}</small>
    </>
  );
}

/** As in ৯ অগ্রহায়ণ ১৪৩৩. */
export function banglaDay(day: string, rule: BanglaRule): string {
  const bangla = banglaOf(day, rule);
  return toBengaliDigits(`${bangla.day} ${bangla.monthName} ${bangla.year}`);
}

function banglaOf(day: string, rule: BanglaRule) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return toBanglaDate({ year, month, day: date }, rule);
}

/** As in কার্তিক–অগ্রহায়ণ ১৪৩৩: a month of one calendar lies in two of the other. */
function banglaMonthsOf(month: string, rule: BanglaRule): string {
  const [first, last] = ['01', '28'].map((day) => banglaOf(`${month}-${day}`, rule));
  if (!first || !last) return '';
  const year = first.year === last.year ? '' : ` ${toBengaliDigits(first.year)}`;
  return `${first.monthName}${year}–${last.monthName} ${toBengaliDigits(last.year)}`;
}

export function nameOfMonth(month: string): string {
  return `${gregorianMonths[Number(month.slice(5)) - 1] ?? ''} ${toBengaliDigits(month.slice(0, 4))}`;
}

/** The days of a month in rows of seven, `null` where the row belongs to another month. */
function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const firstWeekday = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const cells = Array.from({ length: Math.ceil((firstWeekday + count) / 7) * 7 }, (_, cell) => {
    const day = cell - firstWeekday + 1;
    return day >= 1 && day <= count ? `${month}-${String(day).padStart(2, '0')}` : null;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
