import { clockTime } from '@barta/bengali/dates';
import { Icon } from '@/components/ui/icon';
import type { LabelKey, Say } from '@/lib/site/labels';
import type { SaveState } from './save-state';

/** Where the typed text is saved, and since when. The time has no seconds, so that screen readers announce it once a minute at most. */
export function SaveStatus({
  saveState,
  signInAt,
  say,
}: {
  saveState: SaveState | null;
  /** The sign-in page, with the way back here. */
  signInAt: string;
  say: Say;
}) {
  const isTrouble = saveState !== null && saveState.at !== 'server';
  return (
    <span
      className={
        isTrouble
          ? 'gap-[0.4rem] text-meta/[1.5] font-medium inline-flex items-start min-w-0 max-w-136 text-warn empty:hidden [&_.icon]:mt-[0.2em]'
          : 'gap-[0.4rem] text-meta/[1.5] inline-flex items-start min-w-0 max-w-136 text-ink-3 empty:hidden [&_.icon]:mt-[0.2em]'
      }
      role="status"
    >
      {saveState && (
        <>
          <Icon name={isTrouble ? 'warning' : 'check'} />
          <span>
            {say(sentenceFor(saveState), { time: clockTime(saveState.when) })}
            {saveState.because && ` ${say(reasons[saveState.because])}`}
            {saveState.waits && ` ${say('versions.waits')}`}
            {saveState.because === 'signed-out' && (
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
  return (
    { server: 'versions.onServer', browser: 'versions.inBrowser', nowhere: 'versions.nowhere' } as const
  )[at];
}

const reasons: Record<NonNullable<SaveState['because']>, LabelKey> = {
  'signed-out': 'versions.becauseSignedOut',
  'someone-else': 'versions.becauseSomeoneElse',
  refused: 'versions.becauseRefused',
  'too-large': 'versions.becauseTooLarge',
  full: 'versions.becauseFull',
  offline: 'versions.becauseOffline',
};
