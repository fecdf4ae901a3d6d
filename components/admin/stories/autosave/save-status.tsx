import { clockTime } from '@barta/bengali/dates';
import { Icon } from '@/components/ui/icon';
import type { LabelKey, Say } from '@/lib/site/labels';
import type { SaveState } from './autosaver';

/** Where what was typed is, and since when. Said once a minute at most: it is its words that change, not the seconds. */
export function SaveStatus({
  standing,
  signInAt,
  say,
}: {
  standing: SaveState | null;
  /** The way to the sign-in and back here. */
  signInAt: string;
  say: Say;
}) {
  const isTrouble = standing !== null && standing.at !== 'server';
  return (
    <span
      className={
        isTrouble
          ? 'gap-[0.4rem] text-meta/[1.5] font-medium inline-flex items-start min-w-0 max-w-136 text-warn empty:hidden [&_.icon]:mt-[0.2em]'
          : 'gap-[0.4rem] text-meta/[1.5] inline-flex items-start min-w-0 max-w-136 text-ink-3 empty:hidden [&_.icon]:mt-[0.2em]'
      }
      role="status"
    >
      {standing && (
        <>
          <Icon name={isTrouble ? 'warning' : 'check'} />
          <span>
            {say(sentenceFor(standing), { time: clockTime(standing.when) })}
            {standing.because && ` ${say(reasons[standing.because])}`}
            {standing.waits && ` ${say('keeping.waits')}`}
            {standing.because === 'signed-out' && (
              <>
                {' '}
                <a
                  className="font-strong text-accent underline"
                  href={signInAt}
                  target="_blank"
                  rel="noopener"
                >
                  {say('storyDesk.signInAgain')}
                </a>
              </>
            )}
          </span>
        </>
      )}
    </span>
  );
}

function sentenceFor({ at }: SaveState): LabelKey {
  return ({ server: 'keeping.onServer', browser: 'keeping.inBrowser', nowhere: 'keeping.nowhere' } as const)[
    at
  ];
}

const reasons: Record<NonNullable<SaveState['because']>, LabelKey> = {
  'signed-out': 'keeping.becauseSignedOut',
  'someone-else': 'keeping.becauseSomeoneElse',
  refused: 'keeping.becauseRefused',
  'too-large': 'keeping.becauseTooLarge',
  full: 'keeping.becauseFull',
  offline: 'keeping.becauseOffline',
};
