'use client';

import { useEffect, useId, useState } from 'react';
import { PicturePicker } from '@/components/admin/pictures/picture-picker.client';
import type { Say } from '@/lib/site/labels';
import type { KnownPicture, KnownStory } from '../editor-context';
import { embedOf } from '../paste/embed-address';
import { Dialog } from './dialog.client';
import { storiesFor } from './find-stories';

interface Common {
  say: Say;
  close: () => void;
}

/** Where a link leads: an address, or one of our own stories. `remove` where there is one already. */
export function LinkDialog({
  say,
  close,
  href,
  choose,
  remove,
}: Common & { href: string; choose: (href: string) => void; remove?: (() => void) | undefined }) {
  const [address, setAddress] = useState(href);
  const isAddress = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)\S+$/i.test(address.trim());
  return (
    <Dialog
      title={say('editor.link')}
      say={say}
      close={close}
      done={{ label: say('editor.putLink'), do: () => choose(address.trim()), disabled: !isAddress }}
      more={
        remove && (
          <button type="button" className="btn" onClick={remove}>
            {say('editor.removeLink')}
          </button>
        )
      }
    >
      <Line label={say('editor.address')} hint={say('editor.addressHint')} value={address} put={setAddress} />
      <StorySearch say={say} choose={(story) => choose(story.href)} />
    </Dialog>
  );
}

export function AlsoReadDialog({ say, close, choose }: Common & { choose: (story: KnownStory) => void }) {
  return (
    <Dialog title={say('editor.alsoReadTitle')} say={say} close={close}>
      <StorySearch say={say} choose={choose} />
    </Dialog>
  );
}

/** A card for something that stands elsewhere. Title and thumbnail are ours: the other house is not asked. */
export function EmbedDialog({
  say,
  close,
  url,
  pictures,
  know,
  choose,
}: Common & {
  url: string;
  pictures: readonly KnownPicture[];
  know: (picture: KnownPicture) => void;
  choose: (attrs: { provider: string; url: string; title: string; pictureId: number | null }) => void;
}) {
  const [address, setAddress] = useState(url);
  const [title, setTitle] = useState('');
  const [picture, setPicture] = useState<number[]>([]);
  const embed = embedOf(address);
  return (
    <Dialog
      title={say('editor.card')}
      say={say}
      close={close}
      done={{
        label: say('editor.put'),
        disabled: !embed,
        do: () => embed && choose({ ...embed, title: title.trim(), pictureId: picture[0] ?? null }),
      }}
    >
      <Line label={say('editor.address')} hint={say('editor.cardHint')} value={address} put={setAddress} />
      <Line label={say('editor.cardTitle')} value={title} put={setTitle} />
      <p className="label">{say('editor.thumbnail')}</p>
      <PicturePicker
        say={say}
        onChoose={({ id, src, alt, caption, credit }) => {
          know({ id, address: src, alt, caption, credit });
          setPicture([id]);
        }}
      />
      <PictureGrid say={say} pictures={pictures} chosen={picture} put={(ids) => setPicture(ids.slice(-1))} />
    </Dialog>
  );
}

/** One picture, or for a gallery as many as wished, in the order they are ticked. */
export function PicturesDialog({
  say,
  close,
  isMany,
  pictures,
  know,
  choose,
}: Common & {
  isMany: boolean;
  pictures: readonly KnownPicture[];
  know: (picture: KnownPicture) => void;
  choose: (ids: readonly number[]) => void;
}) {
  const [chosen, setChosen] = useState<number[]>([]);
  return (
    <Dialog
      title={say(isMany ? 'editor.gallery' : 'editor.image')}
      say={say}
      close={close}
      done={{ label: say('editor.put'), do: () => choose(chosen), disabled: chosen.length === 0 }}
    >
      <PicturePicker
        say={say}
        onChoose={({ id, src, alt, caption, credit }) => {
          know({ id, address: src, alt, caption, credit });
          setChosen((before) => (isMany ? [...before, id] : [id]));
        }}
      />
      <PictureGrid
        say={say}
        pictures={pictures}
        chosen={chosen}
        put={(ids) => setChosen(isMany ? ids : ids.slice(-1))}
      />
    </Dialog>
  );
}

/** Text typed for an old font: as it will be, before it is. */
export function BijoyDialog({
  say,
  close,
  converted,
  use,
  useAsIs,
}: Common & { converted: string; use: () => void; useAsIs: () => void }) {
  return (
    <Dialog
      title={say('editor.bijoyFound')}
      say={say}
      close={close}
      done={{ label: say('editor.bijoyUse'), do: use }}
      more={
        <button type="button" className="btn" onClick={useAsIs}>
          {say('editor.bijoyAsIs')}
        </button>
      }
    >
      <p className="hint">{say('editor.bijoyHint')}</p>
      <section
        className="p-3 overflow-y-auto border border-rule max-h-64 whitespace-pre-wrap"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and is to be scrolled by keyboard too
        tabIndex={0}
        aria-label={say('editor.preview')}
      >
        {converted.slice(0, 4000)}
      </section>
    </Dialog>
  );
}

function StorySearch({ say, choose }: { say: Say; choose: (story: KnownStory) => void }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly KnownStory[] | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const wait = setTimeout(() => {
      storiesFor(words, asked.signal).then(
        (stories) => {
          if (!asked.signal.aborted) setFound(stories);
        },
        (fault) => {
          if (!asked.signal.aborted) console.error(fault);
        },
      );
    }, 200);
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [words]);
  return (
    <>
      <Line label={say('editor.ownStory')} value={words} put={setWords} type="search" />
      <ul aria-live="polite" aria-label={say('editor.ownStories')}>
        {found?.map((story) => (
          <li key={story.id}>
            <button
              className="py-[0.35rem] px-[0.6rem] border-x-0 border-t border-b-0 border-t-rule w-full min-h-10 bg-transparent text-left cursor-pointer hover:bg-wash"
              type="button"
              onClick={() => choose(story)}
            >
              {story.headline}
              <span className="meta block">
                {[story.section, !story.isPublic && say('editor.notPublic')].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {found?.length === 0 && <li className="hint">{say('storyDesk.noneFound')}</li>}
      </ul>
    </>
  );
}

function PictureGrid({
  say,
  pictures,
  chosen,
  put,
}: {
  say: Say;
  pictures: readonly KnownPicture[];
  chosen: readonly number[];
  put: (ids: number[]) => void;
}) {
  if (pictures.length === 0) return <p className="hint">{say('storyDesk.libraryEmpty')}</p>;
  return (
    <fieldset className="chooser__grid">
      <legend className="vh">{say('storyDesk.choosePicture')}</legend>
      {pictures.map(({ id, address, alt, caption }) => (
        <label
          className="relative block cursor-pointer [&_input:checked+img]:border-ink [&_input:focus-visible+img]:[outline:3px_solid_var(--color-focus)]"
          key={id}
        >
          <input
            className="top-[0.4rem] left-[0.4rem] absolute"
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              put(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          {/* biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off */}
          <img
            className="border-3 border-transparent w-full aspect-3/2 object-cover bg-wash-2"
            src={address}
            alt={alt || caption || say('storyDesk.pictureNumber', { id })}
            width="120"
            height="80"
            loading="lazy"
          />
        </label>
      ))}
    </fieldset>
  );
}

function Line({
  label,
  hint,
  value,
  put,
  type = 'text',
}: {
  label: string;
  hint?: string;
  value: string;
  put: (value: string) => void;
  type?: 'text' | 'search';
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => put(event.target.value)}
        autoComplete="off"
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
