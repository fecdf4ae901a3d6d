const anHourMs = 3_600_000;
/** Dhaka is six hours ahead of UTC the year round, and its days begin with an hour. */
const ahead = 6;
const hoursOfDay = 24;

/** Hours since 1970-01-01T00:00Z: what readings are counted by. */
export function hourOf(at: Date): number {
  return Math.floor(at.getTime() / anHourMs);
}

export function startOfHour(hour: number): Date {
  return new Date(hour * anHourMs);
}

/** The day in Dhaka that an hour lies in, as days since 1970-01-01. */
export function dayOf(hour: number): number {
  return Math.floor((hour + ahead) / hoursOfDay);
}

/** The first hour of a day in Dhaka. */
export function firstHourOfDay(day: number): number {
  return day * hoursOfDay - ahead;
}
