'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { untouched } from '@/lib/forms/form-state';
import type { FormAction } from './writer-forms.client';

interface ShownBan {
  id: number;
  name: string;
  words: string;
  href: string;
  kind: string;
  fate: string;
  isOver: boolean;
  reason: string;
  made: string;
  appeal: string;
  appealed: string;
}

interface Props {
  bans: readonly ShownBan[];
  action: FormAction;
  words: Record<'list' | 'empty' | 'lift' | 'allOf', string>;
}

/** One form for the whole list, so that its answer stands above whatever is left of it. */
export function BanList({ bans, action, words }: Props) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {bans.length === 0 && <p className="note">{words.empty}</p>}
      <ol className="deeds" aria-label={words.list}>
        {bans.map((ban) => (
          <li key={ban.id}>
            <div className="stack">
              <p>
                <strong>{ban.name}</strong> <span className="pill pill--no">{ban.kind}</span>{' '}
                <span className="meta">{ban.fate}</span>
              </p>
              {ban.words !== '' && <blockquote className="q__parent">{ban.words}</blockquote>}
              <p>{ban.reason}</p>
              <p className="meta">
                {ban.made}
                {ban.href !== '' && (
                  <>
                    {' · '}
                    <a className="more" href={ban.href}>
                      {words.allOf}
                    </a>
                  </>
                )}
              </p>
              {ban.appealed !== '' && (
                <div className="note note--warn">
                  <p className="meta">{ban.appealed}</p>
                  <p className="q__text">{ban.appeal}</p>
                </div>
              )}
            </div>
            {!ban.isOver && (
              <form action={submit}>
                <input type="hidden" name="banId" value={ban.id} />
                <Button icon="undo" name="do" value="lift" about={ban.name}>
                  {words.lift}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
