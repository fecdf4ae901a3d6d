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
    <span className={isTrouble ? 'kept kept--trouble' : 'kept'} role="status">
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
                <a href={signInAt} target="_blank" rel="noopener">
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
