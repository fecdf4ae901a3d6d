'use client';

import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { isOfInputMethod } from '@/components/ui/input-method';
import type { ChosenPicture } from '@/lib/pictures/chosen-picture';
import type { Say } from '@/lib/site/labels';
import { sendPicture } from './send-picture.client';

export type PickedPicture = ChosenPicture;

interface PicturePickerProps {
  /** Called once for each choice, from the library or just sent in; the dialog is closed by then. */
  onChoose(picture: PickedPicture): void;
  say: Say;
  /** What the button says; else “choose from the library”. */
  label?: string;
}

interface Answer {
  pictures: PickedPicture[];
  older: number | null;
}

/**
 * A button that opens the library: search, choose, send a new one. It may stand inside any form: nothing in it has a
 * name, and Enter searches at once instead of sending that form. Without script there is no button.
 */
export function PicturePicker({ onChoose, say, label }: PicturePickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  const show = useCallback(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    if (isOpen) show();
  }, [isOpen, show]);
  // The browser closes it first and says so a moment later: whoever presses again in between is not to be left out.
  const open = () => (isOpen && !dialog.current?.open ? show() : setIsOpen(true));
  const afterClose = () => {
    if (!dialog.current?.open) setIsOpen(false);
  };

  const choose = (picture: PickedPicture) => {
    dialog.current?.close();
    onChoose(picture);
  };
  if (!isReady) return null;
  return (
    <>
      <button type="button" className="btn" onClick={open}>
        <Icon name="picture" />
        {label ?? say('pictures.pick')}
      </button>
      {isOpen && (
        <dialog
          ref={dialog}
          className="picker backdrop:bg-[rgb(22_22_26_/_0.55)]"
          aria-labelledby={titleId}
          onClose={afterClose}
        >
          <header className="mb-[0.6rem] text-(length:--text-h6) flex justify-between items-center">
            <h2 id={titleId}>{say('pictures.pickTitle')}</h2>
            <button type="button" className="btn btn--quiet" onClick={() => dialog.current?.close()}>
              <Icon name="cross" />
              {say('pictures.close')}
            </button>
          </header>
          <Library choose={choose} say={say} />
        </dialog>
      )}
    </>
  );
}

function Library({ choose, say }: { choose: (picture: PickedPicture) => void; say: Say }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Answer | null>(null);
  const [error, setError] = useState('');
  const [isSending, setIsSending] = useState(false);
  const searchId = useId();
  const fileId = useId();

  // Answers may overtake each other; only the last question's is shown.
  const asked = useRef(0);
  const look = async (query: string, before: number | null) => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await fetchPictures(query, before);
    if (mine !== asked.current) return;
    setError(typeof answer === 'string' ? answer || say('form.offline') : '');
    if (typeof answer === 'string') return;
    setFound((now) =>
      before !== null && now ? { ...answer, pictures: [...now.pictures, ...answer.pictures] } : answer,
    );
  };
  const ask = useRef(look);
  ask.current = look;
  useEffect(() => {
    const timer = setTimeout(() => void ask.current(words, null), words === '' ? 0 : 250);
    return () => clearTimeout(timer);
  }, [words]);

  const send = async (file: File | undefined) => {
    if (!file) return;
    setError('');
    setIsSending(true);
    const outcome = await sendPicture(file);
    setIsSending(false);
    if (outcome.kind === 'kept') choose(outcome.picture);
    else
      setError(
        outcome.kind === 'refused' ? outcome.error || say('form.serverError') : say('pictures.notSent'),
      );
  };
  const searchAtOnce = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isOfInputMethod(event.nativeEvent)) return;
    event.preventDefault();
    void look(words, null);
  };

  return (
    <>
      <div className="mb-[0.6rem] gap-[0.6rem] grid md:grid-cols-[1fr_1fr]">
        <div className="field">
          <label className="label" htmlFor={searchId}>
            {say('pictures.find')}
          </label>
          <input
            className="input"
            id={searchId}
            // Not `search`: there Escape would empty the field instead of closing the dialog.
            type="text"
            inputMode="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={searchAtOnce}
          />
        </div>
        <div className="field">
          <label className="label" htmlFor={fileId}>
            {say('pictures.uploadNew')}
          </label>
          <input
            className="input"
            id={fileId}
            type="file"
            accept="image/*"
            disabled={isSending}
            onChange={(event) => void send(event.target.files?.[0])}
          />
        </div>
      </div>
      <p className="meta" role="status">
        {isSending && say('pictures.making')}
        {!isSending && found === null && error === '' && say('pictures.loading')}
        {!isSending &&
          found !== null &&
          say(found.pictures.length === 0 ? 'pictures.noneFound' : 'pictures.found', {
            count: found.pictures.length,
          })}
      </p>
      {error && (
        <p className="err" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
      <ul className="mt-[0.6rem] mb-[0.9rem] gap-3 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))]">
        {found?.pictures.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              className="picker__one p-1 border border-transparent text-meta/[1.45] block w-full bg-transparent text-left cursor-pointer hover:border-ink"
              onClick={() => choose(picture)}
            >
              {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
              <img
                className="w-full h-auto aspect-3/2 object-contain bg-wash-2"
                src={picture.thumb}
                alt=""
                width="160"
                height="107"
                loading="lazy"
              />
              <span className="line-clamp-2 mt-1 wrap-anywhere">
                {picture.caption || picture.alt || say('pictures.picture', { id: picture.id })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found?.older != null && (
        <button type="button" className="btn" onClick={() => void look(words, found.older)}>
          {say('pictures.more')}
        </button>
      )}
    </>
  );
}

/** The pictures, or a sentence; an empty one if there was no answer. */
async function fetchPictures(query: string, before: number | null): Promise<Answer | string> {
  const address = new URLSearchParams({ q: query, ...(before === null ? {} : { before: String(before) }) });
  try {
    const answer = await fetch(`/api/pictures?${address}`);
    const said = (await answer.json()) as Answer & { error?: string };
    return answer.ok ? said : (said.error ?? '');
  } catch {
    return '';
  }
}
