'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

const HEARTBEAT_MS = 15_000;

export interface PresenceView {
  writer: string | null;
  others: readonly string[];
}

interface Heartbeat extends PresenceView {
  holds: boolean;
  version: number;
}

interface PresenceLineProps {
  storyId: number;
  /** The version in the form; if there is a later one, somebody has saved meanwhile. */
  version: number;
  /** As the page was rendered with it, for a form without script. */
  initial: PresenceView | null;
  /** The answer to the form's last save. */
  answer: object;
  say: Say;
}

/** Who else writes here, kept up to date by a heartbeat; taking the writing over is a button of the story's form. */
export function PresenceLine({ storyId, version, initial, answer: formAnswer, say }: PresenceLineProps) {
  const [heartbeat, setHeartbeat] = useState<Heartbeat | null>(null);
  const held = useRef(false);
  const [isTakenFromMe, setTaken] = useState(false);
  const refresh = useRef<() => void>(undefined);
  // The last heartbeat is out of date if the form has just taken the writing over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => refresh.current?.(), [formAnswer]);

  useEffect(() => {
    let isOver = false;
    async function beat() {
      const answer = await send(storyId, 'here');
      if (isOver || !answer) return;
      if (held.current && !answer.holds) setTaken(true);
      if (answer.holds) setTaken(false);
      held.current = answer.holds;
      setHeartbeat(answer);
    }
    const leave = () => void send(storyId, 'leave');
    refresh.current = () => void beat();
    void beat();
    const timer = window.setInterval(beat, HEARTBEAT_MS);
    window.addEventListener('pagehide', leave);
    window.addEventListener('focus', beat);
    return () => {
      isOver = true;
      window.clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('focus', beat);
      leave();
    };
  }, [storyId]);

  const { writer, others } = heartbeat ?? initial ?? { writer: null, others: [] };
  const isOlder = heartbeat !== null && heartbeat.version > version;
  const lines = [
    writer && isTakenFromMe && say('versions.takenOver', { name: writer }),
    writer && !isTakenFromMe && say('versions.isWriting', { name: writer }),
    others.length > 0 && say('versions.alsoOpen', { names: others.join(', ') }),
    isOlder && say('versions.savedMeanwhile'),
  ].filter(Boolean);

  return (
    <div role="status">
      {lines.length > 0 && (
        <div className="mb-5 py-[0.6rem] px-[0.9rem] gap-y-2 gap-x-4 border-l-3 border-l-info flex flex-wrap items-center bg-info-wash">
          <p className="flex-[1_1_18rem]">{lines.join(' ')}</p>
          {writer && (
            <Button name="do" value="take-over">
              {say('versions.takeOver')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

async function send(storyId: number, action: 'here' | 'leave'): Promise<Heartbeat | null> {
  try {
    const answer = await fetch('/api/presence', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ storyId, do: action }),
      keepalive: action === 'leave',
    });
    return answer.ok ? ((await answer.json()) as Heartbeat) : null;
  } catch {
    // Without network it is not known who is here. The typed text is saved by other means.
    return null;
  }
}
