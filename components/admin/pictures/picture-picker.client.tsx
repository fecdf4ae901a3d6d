'use client';

import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { isOfInputMethod } from '@/components/ui/input-method';
import type { ChosenPicture } from '@/lib/pictures/chosen-picture';
import type { Say } from '@/lib/site/labels';
import { sendPicture } from './send-picture.client';

export type PickedPicture = ChosenPicture;

interface PicturePickerProps {
  /** Called for each choice, from the library or just uploaded, after the dialog is closed. */
  onChoose(picture: PickedPicture): void;
  say: Say;
  /** The button's label; “choose from the library” by default. */
  label?: string;
}

interface LibraryPage {
  pictures: PickedPicture[];
  older: number | null;
}

/**
 * A button that opens the picture library: search, choose, upload. It may be inside any form: none of its fields has a
 * name, and Enter searches instead of submitting that form. Without script there is no button.
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
  // The browser fires `close` a moment after closing: a press in between must open the dialog again.
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

interface LibraryProps {
  choose: (picture: PickedPicture) => void;
  say: Say;
}

function Library({ choose, say }: LibraryProps) {
  const library = useLibrary({ choose, say });
  const { found, error, isSending } = library;
  return (
    <>
      <LibraryInputs library={library} say={say} />
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
      <PictureGrid pictures={found?.pictures ?? []} choose={choose} say={say} />
      {found?.older != null && (
        <button type="button" className="btn" onClick={() => library.search(found.older)}>
          {say('pictures.more')}
        </button>
      )}
    </>
  );
}

/** The search, and the upload of a new picture, which is chosen at once. */
function useLibrary({ choose, say }: LibraryProps) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<LibraryPage | null>(null);
  const [error, setError] = useState('');
  const [isSending, setIsSending] = useState(false);

  // Answers may overtake each other; only the last request's is shown.
  const lastRequest = useRef(0);
  const fetchPage = async (before: number | null) => {
    lastRequest.current += 1;
    const request = lastRequest.current;
    const answer = await fetchPictures(query, before);
    if (request !== lastRequest.current) return;
    setError(typeof answer === 'string' ? answer || say('form.offline') : '');
    if (typeof answer === 'string') return;
    setFound((now) =>
      before !== null && now ? { ...answer, pictures: [...now.pictures, ...answer.pictures] } : answer,
    );
  };
  const latestFetch = useRef(fetchPage);
  latestFetch.current = fetchPage;
  useEffect(() => {
    const timer = setTimeout(() => void latestFetch.current(null), query === '' ? 0 : 250);
    return () => clearTimeout(timer);
  }, [query]);

  const upload = async (file: File | undefined) => {
    if (!file) return;
    setError('');
    setIsSending(true);
    const outcome = await sendPicture(file);
    setIsSending(false);
    if (outcome.kind === 'saved') choose(outcome.picture);
    else
      setError(
        outcome.kind === 'refused' ? outcome.error || say('form.serverError') : say('pictures.notSent'),
      );
  };
  const search = (before: number | null) => void fetchPage(before);
  return { query, setQuery, found, error, isSending, search, upload };
}

function LibraryInputs({ library, say }: { library: ReturnType<typeof useLibrary>; say: Say }) {
  const searchId = useId();
  const fileId = useId();
  const searchOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isOfInputMethod(event.nativeEvent)) return;
    event.preventDefault();
    library.search(null);
  };
  return (
    <div className="mb-[0.6rem] gap-[0.6rem] grid md:grid-cols-[1fr_1fr]">
      <div className="field">
        <label className="label" htmlFor={searchId}>
          {say('pictures.find')}
        </label>
        <input
          className="input"
          id={searchId}
          // Not `search`: in such a field Escape clears the text instead of closing the dialog.
          type="text"
          inputMode="search"
          value={library.query}
          onChange={(event) => library.setQuery(event.target.value)}
          onKeyDown={searchOnEnter}
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
          disabled={library.isSending}
          onChange={(event) => void library.upload(event.target.files?.[0])}
        />
      </div>
    </div>
  );
}

interface PictureGridProps {
  pictures: readonly PickedPicture[];
  choose: (picture: PickedPicture) => void;
  say: Say;
}

function PictureGrid({ pictures, choose, say }: PictureGridProps) {
  return (
    <ul className="mt-[0.6rem] mb-[0.9rem] gap-3 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))]">
      {pictures.map((picture) => (
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
  );
}

/** A page of the library, or an error message; `''`: the server did not answer. */
async function fetchPictures(query: string, before: number | null): Promise<LibraryPage | string> {
  const address = new URLSearchParams({ q: query, ...(before === null ? {} : { before: String(before) }) });
  try {
    const answer = await fetch(`/api/pictures?${address}`);
    const body = (await answer.json()) as LibraryPage & { error?: string };
    return answer.ok ? body : (body.error ?? '');
  } catch {
    return '';
  }
}
