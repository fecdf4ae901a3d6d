import { clockTime, longDate } from '@barta/bengali/dates';

export function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()}>
      {longDate(at)}, {clockTime(at)}
    </time>
  );
}
