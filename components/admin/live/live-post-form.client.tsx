'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { type PictureChoice, PictureChooser } from '@/components/admin/stories/story-picture';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area.client';
import { untouched } from '@/lib/forms/form-state';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import type { Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';

interface LivePostFormProps {
  action: (state: LiveFormState, form: FormData) => Promise<LiveFormState>;
  words: Words;
  storyId: number;
  /** Of a new post, made with the page. */
  formKey: string;
  /** The post that is put right; null for a new one. */
  post: {
    id: number;
    version: number;
    headline: string;
    body: string;
    pictureId: number | null;
    isKey: boolean;
    isPinned: boolean;
  } | null;
  pictures: readonly PictureChoice[];
}

const KEPT_FIELDS = ['headline', 'body'] as const;
const TYPED_FIELDS = [...KEPT_FIELDS, 'pictureId', 'isKey', 'isPinned'] as const;
const BETWEEN = { headline: ' · ', body: '\n\n' };
type Kept = Partial<Record<(typeof KEPT_FIELDS)[number] | 'formKey', string>>;

/**
 * One entry of a live story, made to be written fast: Ctrl+Enter sends it, who writes on meanwhile writes the next one,
 * and what is typed is kept on the device until it has gone out. Without script it is a plain form.
 */
export function LivePostForm({ action, words, storyId, formKey: keyNow, post, pictures }: LivePostFormProps) {
  const say = sayWith(words);
  const router = useRouter();
  const [state, send, isSending] = useRetrySafeForm<LiveFormState>(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  const wasSent = 'body' in state.values;
  const value = (name: 'headline' | 'body') => (wasSent ? state.values[name] : post?.[name]) ?? '';
  const ticked = (name: 'isKey' | 'isPinned') =>
    wasSent ? state.values[name] === 'on' : (post?.[name] ?? false);
  const chosen = wasSent ? state.values.pictureId : String(post?.pictureId ?? '');
  const basedOn = (wasSent ? state.values.basedOn : state.basedOn) || String(post?.version ?? '');
  const { savedHeadline, savedBody } = state.values;
  const address = `/admin/stories/${storyId}/live`;
  const key = keyOf(storyId, post?.id ?? 'new');
  const [wasKept, setWasKept] = useState(false);
  /** Another post of this story that was put right here, and not sent. */
  const [unsent, setUnsent] = useState<number | null>(null);
  const [hasMore, setHasMore] = useState(false);
  /** What has gone out: who has typed on since types the next one. */
  const sent = useRef<FormData | null>(null);
  const [picturesChosen, setPicturesChosen] = useState(0);
  // Looked up before anything typed in this form is put in its place.
  const [atFirst] = useState(() => (typeof window === 'undefined' ? null : keptUnder(key)));

  // Kept with the words: what went out from a page that never heard of it is known when it goes out from the next.
  const [formKey, setFormKey] = useState(keyNow);

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    const kept = atFirst;
    setUnsent(post ? null : otherKept(storyId));
    if (!kept || !form.current) return;
    if (kept.formKey && !wasSent) setFormKey(kept.formKey);
    let isOther = false;
    for (const name of KEPT_FIELDS) {
      const field = fieldIn(form.current, name);
      if (!field || kept[name] === undefined || kept[name] === field.value) continue;
      // Typed before this script was there: both stay.
      const isTyped = field.value !== field.defaultValue && kept[name] !== '';
      field.value = isTyped ? `${kept[name]}${BETWEEN[name]}${field.value}` : kept[name];
      isOther = true;
    }
    setWasKept(isOther);
  }, [storyId, post, atFirst, wasSent]);

  // React empties a form whose action is done; here that is for the answer to say.
  useEffect(() => {
    const here = form.current;
    const stay = (event: Event) => event.preventDefault();
    here?.addEventListener('reset', stay);
    return () => here?.removeEventListener('reset', stay);
  }, []);

  const keep = (nextKey?: string) => {
    if (!form.current) return;
    const typed = new FormData(form.current);
    const words = Object.fromEntries(KEPT_FIELDS.map((name) => [name, String(typed.get(name) ?? '')]));
    // Once it was sent from here, what is saved is not what the page was made with.
    const isAsSaved =
      post !== null && state.did !== 'edit' && KEPT_FIELDS.every((name) => words[name] === post[name]);
    if (isAsSaved || Object.values(words).every((text) => text.trim() === '')) drop(key);
    else put(key, post ? words : { ...words, formKey: nextKey ?? String(typed.get('formKey')) });
  };

  // Before the answer is to be seen: the next key may be on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useLayoutEffect(() => {
    const here = form.current;
    const gone = sent.current;
    if (!here || !gone || (state.did !== 'post' && state.did !== 'edit')) return;
    sent.current = null;
    setWasKept(false);
    const now = new FormData(here);
    const isMore = TYPED_FIELDS.some((name) => now.get(name) !== gone.get(name));
    setHasMore(isMore);
    if (state.did === 'edit') {
      if (isMore) return keep();
      drop(key);
      return startTransition(() => router.replace(`/admin/stories/${storyId}/live?did=edit`));
    }
    for (const name of KEPT_FIELDS) leaveWhatIsNew(fieldIn(here, name), String(gone.get(name) ?? ''));
    for (const name of ['isKey', 'isPinned']) {
      const box = here.elements.namedItem(name);
      if (box instanceof HTMLInputElement && now.get(name) === gone.get(name)) box.checked = false;
    }
    if (now.get('pictureId') === gone.get('pictureId')) setPicturesChosen((count) => count + 1);
    if (state.formKey) setFormKey(state.formKey);
    keep(state.formKey);
    startTransition(() => router.refresh());
  }, [state]);

  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isSending) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <form
      ref={form}
      action={send}
      className="plain-form py-4 px-[1.1rem] border border-rule min-w-0 bg-paper lg:top-18 lg:sticky"
      noValidate
      aria-label={say(post ? 'live.editPost' : 'live.newPost')}
      onInput={() => keep()}
      onSubmit={({ currentTarget }) => {
        sent.current = new FormData(currentTarget);
      }}
      onKeyDown={sendByKey}
    >
      <h2>{say(post ? 'live.editPost' : 'live.newPost')}</h2>
      {state.notice && (
        <Notice kind={state.notice.kind}>
          {state.notice.text}
          {state.did && hasMore && ` ${say(post ? 'live.editedOn' : 'live.writtenOn')}`}
        </Notice>
      )}
      {unsent !== null && (
        <Notice kind="warn">
          {say('live.unsentEdit')} <a href={`${address}?edit=${unsent}`}>{say('live.toUnsentEdit')}</a>{' '}
          <button
            type="button"
            className="btn btn--quiet"
            onClick={() => {
              drop(keyOf(storyId, unsent));
              setUnsent(otherKept(storyId));
            }}
          >
            {say('live.dropUnsentEdit')}
          </button>
        </Notice>
      )}
      {wasKept && !wasSent && <Notice kind="warn">{say('live.draftKept')}</Notice>}
      <input type="hidden" name="do" value={post ? 'edit' : 'post'} />
      <input type="hidden" name="storyId" value={storyId} />
      {!post && (
        <input type="hidden" name="formKey" value={(wasSent ? state.values.formKey : undefined) ?? formKey} />
      )}
      {post && <input type="hidden" name="postId" value={post.id} />}
      {post && <input type="hidden" name="basedOn" value={basedOn} />}
      <Field
        name="headline"
        value={value('headline')}
        label={say('live.headline')}
        error={state.errors.headline}
        autoComplete="off"
      />
      <TextArea
        name="body"
        value={value('body')}
        label={say('live.text')}
        hint={say('live.textHint')}
        error={state.errors.body}
        rows={7}
      />
      {savedBody !== undefined && (
        <section className="note" aria-label={say('live.nowSaved')}>
          <b>{say('live.nowSaved')}</b>
          <p>{savedHeadline}</p>
          <p className="whitespace-pre-line">{savedBody}</p>
        </section>
      )}
      <PictureChooser
        key={picturesChosen}
        chosen={chosen ?? ''}
        choices={pictures}
        error={state.errors.pictureId}
        hint={say('live.noPicture')}
        say={say}
      />
      <Checkbox name="isKey" value="on" label={say('live.isKey')} checked={ticked('isKey')} />
      <Checkbox name="isPinned" value="on" label={say('live.isPinned')} checked={ticked('isPinned')} />
      <p className="gap-2 flex flex-wrap items-center">
        <Button kind="main" disabled={isSending}>
          {say(post ? 'live.savePost' : 'live.post')}
        </Button>
        {post && (
          <ButtonLink kind="quiet" href={address}>
            {say('live.cancelEdit')}
          </ButtonLink>
        )}
      </p>
      <p className="hint">{say('live.deskHint')}</p>
    </form>
  );
}

function fieldIn(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}

/** What was typed behind what has gone out stays. Where that was changed in its middle, all of it does: a word too many is seen. */
function leaveWhatIsNew(field: HTMLInputElement | HTMLTextAreaElement | null, gone: string): void {
  if (!field?.value.startsWith(gone)) return;
  const rest = field.value.slice(gone.length).trimStart();
  const taken = field.value.length - rest.length;
  const caret = [field.selectionStart, field.selectionEnd].map((at) => Math.max(0, (at ?? 0) - taken));
  field.value = rest;
  field.setSelectionRange(caret[0] ?? 0, caret[1] ?? 0);
}

const keyOf = (storyId: number, which: number | 'new') => `barta-live-${storyId}-${which}`;

/** A post of the story whose changes this device keeps. */
function otherKept(storyId: number): number | null {
  try {
    for (const key of Object.keys(localStorage)) {
      const [, id] = new RegExp(`^${keyOf(storyId, 'new').replace('new', '(\\d+)')}$`).exec(key) ?? [];
      if (id) return Number(id);
    }
  } catch {
    // A device that keeps nothing.
  }
  return null;
}

function keptUnder(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function put(key: string, words: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(words));
  } catch {
    // A device that keeps nothing: the form still does.
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
