'use client';

import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';

interface DialogProps {
  title: string;
  say: Say;
  close: () => void;
  /** The one button that does it; none where each choice does. */
  done?: { label: string; do: () => void; disabled?: boolean } | undefined;
  /** Further buttons beside it. */
  more?: ReactNode;
  children: ReactNode;
}

/** A question over the page. Outside of the story's form, so that its fields are not sent with it. */
export function Dialog({ title, say, close, done, more, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const here = box.current;
    if (here && !here.open) here.showModal();
    // Else the button that closes it has the focus.
    here?.querySelector('input')?.focus();
    return () => here?.close();
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (done && !done.disabled) done.do();
  };
  return createPortal(
    <dialog
      ref={box}
      className="ask m-auto py-4 px-5 overflow-y-auto border border-ink w-[min(40rem,calc(100vw_-_2rem))] max-h-[calc(100dvh_-_2rem)] rounded-control bg-paper text-ink backdrop:bg-[color-mix(in_srgb,var(--color-ink)_45%,transparent)] [&_header]:flex [&_header]:justify-between [&_header]:items-center"
      aria-labelledby={id}
      onCancel={close}
    >
      <form onSubmit={send} noValidate>
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" className="btn btn--quiet btn--sq" onClick={close}>
            <Icon name="cross" />
            <span className="vh">{say('editor.close')}</span>
          </button>
        </header>
        {children}
        <footer className="gap-2 flex flex-wrap justify-end">
          {more}
          {done && (
            <button type="submit" className="btn btn--ink" disabled={done.disabled}>
              {done.label}
            </button>
          )}
        </footer>
      </form>
    </dialog>,
    document.body,
  );
}
