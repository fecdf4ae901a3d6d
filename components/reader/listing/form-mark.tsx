import { formatBengaliDuration } from '@barta/bengali/durations';
import { labelsIn } from '@/lib/site/labels';
import type { FormMark } from '@/lib/stories/for-readers/cards';

// The paper's own words, whichever labels its pages have: a card is handed about without any.
const say = labelsIn('bn');

const drawings = {
  video: 'M8 5v14l11-7z',
  photo: 'M4 7h4l1.500-2h5L16 7h4v12H4zM12 9.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  live: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
} as const;

/** On a card's picture: that it is a film and how long, a photo story, or going on now. */
export function FormBadge({ mark }: { mark: FormMark | null | undefined }) {
  if (!mark) return null;
  const seconds = mark.kind === 'video' ? mark.seconds : null;
  return (
    <span className={mark.kind === 'live' ? 'badge badge--live' : 'badge'}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={drawings[mark.kind]} fillRule="evenodd" />
      </svg>
      <span className={seconds === null ? undefined : 'vh'}>{say(`formats.${mark.kind}`)}</span>
      {seconds !== null && formatBengaliDuration(seconds)}
    </span>
  );
}

/** The same as words, for a card without a picture. */
export function FormWord({ mark }: { mark: FormMark | null }) {
  return mark && say(`formats.${mark.kind}`);
}
