'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { untouched } from '@/lib/forms/form-state';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import { allFields, clearSentFields, restoreFields, saveDraftOf } from './live-form-fields';
import { draftKey, type LivePostDraft, postWithDraft, readDraft, removeDraft } from './live-post-drafts';
import type { LivePostFormProps } from './live-post-form-props';

/** The state of a live post's form, with its draft on the device. */
export function useLivePostForm({ action, storyId, formKey: initialFormKey, post }: LivePostFormProps) {
  const router = useRouter();
  const [state, send, isSending] = useRetrySafeForm<LiveFormState>(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  const wasSent = 'body' in state.values;
  const key = draftKey(storyId, post?.id ?? 'new');
  const [hasMore, setHasMore] = useState(false);
  /** What was sent last: text typed after it belongs to the next post. */
  const sent = useRef<FormData | null>(null);
  const [pictureResets, setPictureResets] = useState(0);
  // Saved with the draft: a post that was sent from a page that never got the answer is recognised when sent again.
  const [formKey, setFormKey] = useState(initialFormKey);
  const { isRestored, setIsRestored } = useRestoredDraft(form, key, (draft) => {
    if (draft.formKey && !wasSent) setFormKey(draft.formKey);
  });
  const { unsentPost, discardUnsentPost } = useUnsentPost(storyId, post === null);
  useNoReset(form);

  const saveDraft = (nextKey?: string) => {
    if (form.current) saveDraftOf(form.current, { key, post, wasEdited: state.did === 'edit', nextKey });
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
    const isChangedSinceSend = allFields.some((name) => data.get(name) !== sentData.get(name));
    setHasMore(isChangedSinceSend);
    if (state.did === 'edit') {
      if (isChangedSinceSend) return saveDraft();
      removeDraft(key);
      return startTransition(() => router.replace(`/admin/stories/${storyId}/live?did=edit`));
    }
    clearSentFields(element, data, sentData);
    if (data.get('pictureId') === sentData.get('pictureId')) setPictureResets((count) => count + 1);
    if (state.formKey) setFormKey(state.formKey);
    saveDraft(state.formKey);
    startTransition(() => router.refresh());
  }, [state]);

  const rememberSent = (element: HTMLFormElement) => {
    sent.current = new FormData(element);
  };
  return {
    ...{ state, send, isSending, form, wasSent, formKey, isRestored, unsentPost, hasMore, pictureResets },
    ...{ saveDraft, discardUnsentPost, rememberSent },
  };
}

/** Fills in the draft of an earlier page, once. */
function useRestoredDraft(
  form: RefObject<HTMLFormElement | null>,
  key: string,
  onRestore: (draft: LivePostDraft) => void,
) {
  const [isRestored, setIsRestored] = useState(false);
  // Read before anything typed in this form overwrites it.
  const [draft] = useState(() => (typeof window === 'undefined' ? null : readDraft(key)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is there
  useEffect(() => {
    if (!draft || !form.current) return;
    onRestore(draft);
    setIsRestored(restoreFields(form.current, draft));
  }, []);
  return { isRestored, setIsRestored };
}

/** Beside a new post: another post of this story with unsent changes on this device. */
function useUnsentPost(storyId: number, isNew: boolean) {
  const [unsentPost, setUnsentPost] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is there
  useEffect(() => setUnsentPost(isNew ? postWithDraft(storyId) : null), []);
  const discardUnsentPost = () => {
    if (unsentPost === null) return;
    removeDraft(draftKey(storyId, unsentPost));
    setUnsentPost(postWithDraft(storyId));
  };
  return { unsentPost, discardUnsentPost };
}

/** React resets a form whose action has succeeded; here the answer decides what is emptied. */
function useNoReset(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current;
    const prevent = (event: Event) => event.preventDefault();
    element?.addEventListener('reset', prevent);
    return () => element?.removeEventListener('reset', prevent);
  }, [form]);
}
