'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

const BEAT_MS = 15_000;

export interface ShownPresence {
  writer: string | null;
  others: readonly string[];
}

interface Beat extends ShownPresence {
  holds: boolean;
  version: number;
}

interface PresenceLineProps {
  storyId: number;
  /** The version in the form: a later one means that somebody has saved meanwhile. */
  version: number;
  /** As the page found it, for a form without script. */
  atFirst: ShownPresence | null;
  /** What the form was answered last. */
  answer: object;
  say: Say;
}

/** Who else writes here, kept up to date by a heartbeat; taking the writing over is a button of the story's form. */
export function PresenceLine({ storyId, version, atFirst, answer, say }: PresenceLineProps) {
  const [beat, setBeat] = useState<Beat | null>(null);
  const held = useRef(false);
  const [isTakenFromMe, setTaken] = useState(false);
  const ask = useRef<() => void>(undefined);
  // What the last beat has heard is wrong by now, if the form has just taken the writing over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked when that changes.
  useEffect(() => ask.current?.(), [answer]);

  useEffect(() => {
    let isOver = false;
    async function tell() {
      const heard = await send(storyId, 'here');
      if (isOver || !heard) return;
      if (held.current && !heard.holds) setTaken(true);
      if (heard.holds) setTaken(false);
      held.current = heard.holds;
      setBeat(heard);
    }
    const leave = () => void send(storyId, 'leave');
    ask.current = () => void tell();
    void tell();
    const timer = window.setInterval(tell, BEAT_MS);
    window.addEventListener('pagehide', leave);
    window.addEventListener('focus', tell);
    return () => {
      isOver = true;
      window.clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('focus', tell);
      leave();
    };
  }, [storyId]);

  const { writer, others } = beat ?? atFirst ?? { writer: null, others: [] };
  const isOlder = beat !== null && beat.version > version;
  const lines = [
    writer && isTakenFromMe && say('keeping.takenOver', { name: writer }),
    writer && !isTakenFromMe && say('keeping.isWriting', { name: writer }),
    others.length > 0 && say('keeping.alsoOpen', { names: others.join(', ') }),
    isOlder && say('keeping.savedMeanwhile'),
  ].filter(Boolean);

  return (
    <div role="status">
      {lines.length > 0 && (
        <div className="mb-5 py-[0.6rem] px-[0.9rem] gap-y-2 gap-x-4 border-l-3 border-l-info flex flex-wrap items-center bg-info-wash">
          <p className="flex-[1_1_18rem]">{lines.join(' ')}</p>
          {writer && (
            <Button name="do" value="take-over">
              {say('keeping.takeOver')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

async function send(storyId: number, deed: 'here' | 'leave'): Promise<Beat | null> {
  try {
    const answer = await fetch('/api/presence', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ storyId, do: deed }),
      keepalive: deed === 'leave',
    });
    return answer.ok ? ((await answer.json()) as Beat) : null;
  } catch {
    // No network: who is here is not known then, and what is typed is kept by other means.
    return null;
  }
}
