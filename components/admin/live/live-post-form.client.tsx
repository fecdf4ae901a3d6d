'use client';

import { type KeyboardEvent, useActionState, useEffect, useRef, useState } from 'react';
import { type PictureChoice, PictureChooser } from '@/components/admin/stories/story-picture';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area.client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import type { Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: Words;
  storyId: number;
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
  /** The post that has just gone out, by its number, or `new`: what the device kept of it is done with. */
  justSent: string | null;
  /** The newest post's number: another one for each that goes out. */
  newest: number;
  pictures: readonly PictureChoice[];
}

const KEPT_FIELDS = ['headline', 'body'] as const;
const BETWEEN = { headline: ' · ', body: '\n\n' };
type Kept = Partial<Record<(typeof KEPT_FIELDS)[number], string>>;

/**
 * One entry of a live story, made to be written fast: Ctrl+Enter sends it, and what is typed is kept on the device
 * until it has gone out. Without script it is a plain form.
 */
export function LivePostForm({ action, words, storyId, post, justSent, newest, pictures }: Props) {
  const say = sayWith(words);
  const [state, send, isSending] = useActionState(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  const wasSent = 'body' in state.values;
  const value = (name: 'headline' | 'body') => (wasSent ? state.values[name] : post?.[name]) ?? '';
  const ticked = (name: 'isKey' | 'isPinned') =>
    wasSent ? state.values[name] === 'on' : (post?.[name] ?? false);
  const chosen = wasSent ? state.values.pictureId : String(post?.pictureId ?? '');
  const basedOn = (wasSent && state.values.basedOn) || String(post?.version ?? '');
  const { savedHeadline, savedBody } = state.values;
  const key = `barta-live-${storyId}-${post?.id ?? 'new'}`;
  const [wasKept, setWasKept] = useState(false);
  const sentKey = justSent !== null && newest > 0 ? `barta-live-${storyId}-${justSent}` : null;
  // Looked up before anything typed in this form is put in its place.
  const [atFirst] = useState(() =>
    typeof window === 'undefined' || key === sentKey ? null : keptUnder(key),
  );
  const isFirst = useRef(true);

  useEffect(() => {
    if (sentKey) drop(sentKey);
    const kept = isFirst.current ? atFirst : keptUnder(key);
    isFirst.current = false;
    if (!kept || !form.current) return;
    let isOther = false;
    for (const name of KEPT_FIELDS) {
      const field = form.current.elements.namedItem(name);
      const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      if (!isField || kept[name] === undefined || kept[name] === field.value) continue;
      // Typed before this script was there: both stay.
      const isTyped = field.value !== field.defaultValue && kept[name] !== '';
      field.value = isTyped ? `${kept[name]}${BETWEEN[name]}${field.value}` : kept[name];
      isOther = true;
    }
    setWasKept(isOther);
  }, [key, sentKey, atFirst]);

  const keep = () => {
    if (!form.current) return;
    const typed = new FormData(form.current);
    const words = Object.fromEntries(KEPT_FIELDS.map((name) => [name, String(typed.get(name) ?? '')]));
    if (Object.values(words).every((text) => text.trim() === '')) drop(key);
    else put(key, words);
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isSending) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <form
      ref={form}
      action={send}
      className="plain-form live-desk__form"
      noValidate
      aria-label={say(post ? 'live.editPost' : 'live.newPost')}
      onInput={keep}
      onKeyDown={sendByKey}
    >
      <h2>{say(post ? 'live.editPost' : 'live.newPost')}</h2>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {wasKept && !wasSent && <Notice kind="warn">{say('live.draftKept')}</Notice>}
      <input type="hidden" name="do" value={post ? 'edit' : 'post'} />
      <input type="hidden" name="storyId" value={storyId} />
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
          <p className="live-desk__saved">{savedBody}</p>
        </section>
      )}
      <PictureChooser
        chosen={chosen ?? ''}
        choices={pictures}
        error={state.errors.pictureId}
        hint={say('live.noPicture')}
        say={say}
      />
      <Checkbox name="isKey" value="on" label={say('live.isKey')} checked={ticked('isKey')} />
      <Checkbox name="isPinned" value="on" label={say('live.isPinned')} checked={ticked('isPinned')} />
      <p className="live-desk__ways">
        <Button kind="main" disabled={isSending}>
          {say(post ? 'live.savePost' : 'live.post')}
        </Button>
        {post && (
          <ButtonLink kind="quiet" href={`/admin/stories/${storyId}/live`}>
            {say('live.cancelEdit')}
          </ButtonLink>
        )}
      </p>
      <p className="hint">{say('live.deskHint')}</p>
    </form>
  );
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
