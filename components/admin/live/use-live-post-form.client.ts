'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import type { PictureChoice } from '@/components/admin/stories/story-picture';
import { untouched } from '@/lib/forms/form-state';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import type { Words } from '@/lib/site/labels';
import {
  draftFields,
  draftKey,
  postWithDraft,
  readDraft,
  removeDraft,
  restoredValue,
  textAfterSending,
  writeDraft,
} from './live-post-drafts';

export interface LivePostFormProps {
  action: (state: LiveFormState, form: FormData) => Promise<LiveFormState>;
  words: Words;
  storyId: number;
  /** The idempotency key of a new post, made with the page. */
  formKey: string;
  /** The post that is edited; null for a new one. */
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

const allFields = [...draftFields, 'pictureId', 'isKey', 'isPinned'] as const;

/** The state of a live post's form, with its draft on the device. */
export function useLivePostForm({ action, storyId, formKey: initialFormKey, post }: LivePostFormProps) {
  const router = useRouter();
  const [state, send, isSending] = useRetrySafeForm<LiveFormState>(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  const wasSent = 'body' in state.values;
  const key = draftKey(storyId, post?.id ?? 'new');
  const [isRestored, setIsRestored] = useState(false);
  /** Another post of this story with unsent changes on this device. */
  const [unsentPost, setUnsentPost] = useState<number | null>(null);
  const [hasMore, setHasMore] = useState(false);
  /** What was sent last: text typed after it belongs to the next post. */
  const sent = useRef<FormData | null>(null);
  const [pictureResets, setPictureResets] = useState(0);
  // Read before anything typed in this form overwrites it.
  const [draft] = useState(() => (typeof window === 'undefined' ? null : readDraft(key)));
  // Saved with the draft: a post that was sent from a page that never got the answer is recognised when sent again.
  const [formKey, setFormKey] = useState(initialFormKey);

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    setUnsentPost(post ? null : postWithDraft(storyId));
    if (!draft || !form.current) return;
    if (draft.formKey && !wasSent) setFormKey(draft.formKey);
    let isChanged = false;
    for (const name of draftFields) {
      const field = textFieldIn(form.current, name);
      const text = draft[name];
      if (!field || text === undefined || text === field.value) continue;
      field.value = restoredValue(name, text, field);
      isChanged = true;
    }
    setIsRestored(isChanged);
  }, [storyId, post, draft, wasSent]);

  // React resets a form whose action has succeeded; here the answer decides what is emptied.
  useEffect(() => {
    const element = form.current;
    const prevent = (event: Event) => event.preventDefault();
    element?.addEventListener('reset', prevent);
    return () => element?.removeEventListener('reset', prevent);
  }, []);

  const saveDraft = (nextKey?: string) => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const texts = Object.fromEntries(draftFields.map((name) => [name, String(data.get(name) ?? '')]));
    // After a save from here the stored text is no longer the one that the page was made with.
    const isAsStored =
      post !== null && state.did !== 'edit' && draftFields.every((name) => texts[name] === post[name]);
    if (isAsStored || Object.values(texts).every((text) => text.trim() === '')) removeDraft(key);
    else writeDraft(key, post ? texts : { ...texts, formKey: nextKey ?? String(data.get('formKey')) });
  };

  // A layout effect, before the answer is painted: the next key may be pressed at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useLayoutEffect(() => {
    const element = form.current;
    const sentData = sent.current;
    if (!element || !sentData || (state.did !== 'post' && state.did !== 'edit')) return;
    sent.current = null;
    setIsRestored(false);
    const data = new FormData(element);
    const isTypedOn = allFields.some((name) => data.get(name) !== sentData.get(name));
    setHasMore(isTypedOn);
    if (state.did === 'edit') {
      if (isTypedOn) return saveDraft();
      removeDraft(key);
      return startTransition(() => router.replace(`/admin/stories/${storyId}/live?did=edit`));
    }
    clearSentFields(element, data, sentData);
    if (data.get('pictureId') === sentData.get('pictureId')) setPictureResets((count) => count + 1);
    if (state.formKey) setFormKey(state.formKey);
    saveDraft(state.formKey);
    startTransition(() => router.refresh());
  }, [state]);

  const discardUnsentPost = () => {
    if (unsentPost === null) return;
    removeDraft(draftKey(storyId, unsentPost));
    setUnsentPost(postWithDraft(storyId));
  };
  const rememberSent = (element: HTMLFormElement) => {
    sent.current = new FormData(element);
  };

  return {
    ...{ state, send, isSending, form, wasSent, formKey, isRestored, unsentPost, hasMore, pictureResets },
    ...{ saveDraft, discardUnsentPost, rememberSent },
  };
}

/** Empties the fields of what was published, except for what was typed or ticked since. */
function clearSentFields(form: HTMLFormElement, data: FormData, sent: FormData): void {
  for (const name of draftFields) keepTextAfter(textFieldIn(form, name), String(sent.get(name) ?? ''));
  for (const name of ['isKey', 'isPinned']) {
    const box = form.elements.namedItem(name);
    if (box instanceof HTMLInputElement && data.get(name) === sent.get(name)) box.checked = false;
  }
}

function keepTextAfter(field: HTMLInputElement | HTMLTextAreaElement | null, sent: string): void {
  const after = field && textAfterSending(field.value, sent);
  if (!after) return;
  const [start, end] = [field.selectionStart, field.selectionEnd].map((at) =>
    Math.max(0, (at ?? 0) - after.removed),
  );
  field.value = after.rest;
  field.setSelectionRange(start ?? 0, end ?? 0);
}

function textFieldIn(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}
