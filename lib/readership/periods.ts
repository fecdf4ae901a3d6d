import { dayOf, firstHourOfDay } from './dhaka-hours';

/** Over what a most-read list reaches: the last twenty-four hours, or seven and thirty days of Dhaka with today. */
export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

const daysOf = { week: 7, month: 30 } as const;

/** The first hour that counts. */
export function beginOf(period: 'week' | 'month', thisHour: number): number {
  return firstHourOfDay(dayOf(thisHour) - daysOf[period] + 1);
}
