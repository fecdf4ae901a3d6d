'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface BreakingLinesProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  lines: readonly { id: number; words: string; about: string }[];
  words: { up: string; down: string; end: string };
}

/** The breaking-news lines that are running, in order, each with its buttons. */
export function BreakingLines({ action, lines, words }: BreakingLinesProps) {
  const [state, send] = useRetrySafeForm(action, untouched);
  const router = useRouter();
  useEffect(() => {
    if (state.notice?.kind === 'done') router.refresh();
  }, [state, router]);

  return (
    <form action={send}>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <ol className="editions">
        {lines.map(({ id, words: line, about }, index) => (
          <li
            className="py-[0.4rem] gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
            key={id}
          >
            <span>
              <b>{line}</b> <span className="meta">{about}</span>
            </span>
            <span className="slot__do gap-[0.1rem] flex flex-wrap [&_.btn:hover]:border-control [&_.btn[aria-pressed='true']]:border-control">
              {index > 0 && (
                <Button name="do" value={`up ${id}`} icon="up" about={line}>
                  <span className="vh">{words.up}</span>
                </Button>
              )}
              {index < lines.length - 1 && (
                <Button name="do" value={`down ${id}`} icon="down" about={line}>
                  <span className="vh">{words.down}</span>
                </Button>
              )}
              <Button name="do" value={`end ${id}`} icon="cross" about={line}>
                <span className="vh">{words.end}</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
    </form>
  );
}
