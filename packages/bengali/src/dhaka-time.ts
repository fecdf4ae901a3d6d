import { assertCivilDate, type CivilDate, civilDateOf, DateOutOfRange } from './civil-date.ts';

const weekdays = 'রবিবার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার'.split(' ');

const dhaka = new Intl.DateTimeFormat('en', {
  timeZone: 'Asia/Dhaka',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});
const SHORT_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export interface DhakaTime extends CivilDate {
  hour: number;
  minute: number;
  second: number;
  weekday: string;
}

/** Local date and time in Dhaka by the tz database: Bangladesh used UTC+7 in the summer of 2009. */
export function dhakaTimeOf(instant: Date): DhakaTime {
  const time = instant.getTime();
  if (Number.isNaN(time)) throw new DateOutOfRange('invalid date');
  // Earlier offsets changed in the middle of an hour and were not whole minutes.
  if (time < WHOLE_HOURS_SINCE) return dhakaTimeByIntl(instant);

  const hour = Math.floor(time / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const here = dhakaTimeByIntl(new Date(hour * HOUR));
    offset = Date.UTC(here.year, here.month - 1, here.day, here.hour) - hour * HOUR;
    if (offsets.size >= MAX_CACHED_OFFSETS) offsets.clear();
    offsets.set(hour, offset);
  }
  const local = new Date(time + offset);
  const here = {
    ...civilDateOf(local.getTime()),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: weekdays[local.getUTCDay()] ?? '',
  };
  assertCivilDate(here);
  return here;
}

const HOUR = 3_600_000;
const WHOLE_HOURS_SINCE = Date.UTC(1952, 0, 1);

/**
 * UTC offset in ms by hour since 1970. A page formats about fifty dates, and calling Intl for each took 5 % of its time.
 */
const offsets = new Map<number, number>();
const MAX_CACHED_OFFSETS = 10_000;

function dhakaTimeByIntl(instant: Date): DhakaTime {
  const part: Record<string, string> = {};
  for (const { type, value } of dhaka.formatToParts(instant)) part[type] = value;
  const here = {
    year: Number(part.year),
    month: Number(part.month),
    day: Number(part.day),
    hour: Number(part.hour),
    minute: Number(part.minute),
    second: Number(part.second),
    weekday: weekdays[SHORT_WEEKDAYS.indexOf(part.weekday ?? '')] ?? '',
  };
  assertCivilDate(here);
  return here;
}

/** UTC offset of Dhaka in ms. */
export function dhakaOffsetAt(time: number): number {
  const here = dhakaTimeOf(new Date(time));
  return Date.UTC(here.year, here.month - 1, here.day, here.hour, here.minute, here.second) - time;
}
