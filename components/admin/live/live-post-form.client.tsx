'use client';

import type { KeyboardEvent } from 'react';
import { PictureChooser } from '@/components/admin/stories/story-picture';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area.client';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import type { Say } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';
import type { LivePostFormProps } from './live-post-form-props';
import { useLivePostForm } from './use-live-post-form.client';

/**
 * The form of one post of a live story, made for speed: Ctrl+Enter sends it, text typed meanwhile belongs to the next
 * post, and unsent text is saved on the device. Without script it is a plain form.
 */
export function LivePostForm(props: LivePostFormProps) {
  const { words, storyId, post } = props;
  const say = sayWith(words);
  const live = useLivePostForm(props);
  const { form, isSending } = live;

  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isSending) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <form
      ref={form}
      action={live.send}
      className="plain-form py-4 px-[1.1rem] border border-rule min-w-0 bg-paper lg:top-18 lg:sticky"
      noValidate
      aria-label={say(post ? 'live.editPost' : 'live.newPost')}
      onInput={() => live.saveDraft()}
      onSubmit={({ currentTarget }) => live.rememberSent(currentTarget)}
      onKeyDown={sendByKey}
    >
      <h2>{say(post ? 'live.editPost' : 'live.newPost')}</h2>
      <PostNotices live={live} storyId={storyId} isEdit={post !== null} say={say} />
      <HiddenFields live={live} storyId={storyId} post={post} />
      <PostFields live={live} {...props} say={say} />
      <p className="gap-2 flex flex-wrap items-center">
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

type LivePostState = ReturnType<typeof useLivePostForm>;

interface PostNoticesProps {
  live: LivePostState;
  storyId: number;
  isEdit: boolean;
  say: Say;
}

function PostNotices({ live, storyId, isEdit, say }: PostNoticesProps) {
  const { state, hasMore, unsentPost, isRestored, wasSent } = live;
  return (
    <>
      {state.notice && (
        <Notice kind={state.notice.kind}>
          {state.notice.text}
          {state.did && hasMore && ` ${say(isEdit ? 'live.editedOn' : 'live.writtenOn')}`}
        </Notice>
      )}
      {unsentPost !== null && (
        <Notice kind="warn">
          {say('live.unsentEdit')}{' '}
          <a href={`/admin/stories/${storyId}/live?edit=${unsentPost}`}>{say('live.toUnsentEdit')}</a>{' '}
          <button type="button" className="btn btn--quiet" onClick={live.discardUnsentPost}>
            {say('live.dropUnsentEdit')}
          </button>
        </Notice>
      )}
      {isRestored && !wasSent && <Notice kind="warn">{say('live.draftSaved')}</Notice>}
    </>
  );
}

type HiddenFieldsProps = Pick<LivePostFormProps, 'storyId' | 'post'> & { live: LivePostState };

function HiddenFields({ live, storyId, post }: HiddenFieldsProps) {
  const { state, wasSent, formKey } = live;
  const basedOn = (wasSent ? state.values.basedOn : state.basedOn) || String(post?.version ?? '');
  return (
    <>
      <input type="hidden" name="do" value={post ? 'edit' : 'post'} />
      <input type="hidden" name="storyId" value={storyId} />
      {!post && (
        <input type="hidden" name="formKey" value={(wasSent ? state.values.formKey : undefined) ?? formKey} />
      )}
      {post && <input type="hidden" name="postId" value={post.id} />}
      {post && <input type="hidden" name="basedOn" value={basedOn} />}
    </>
  );
}

type PostFieldsProps = Pick<LivePostFormProps, 'post' | 'pictures'> & { live: LivePostState; say: Say };

function PostFields({ live, post, pictures, say }: PostFieldsProps) {
  const { state, wasSent } = live;
  const value = (name: 'headline' | 'body') => (wasSent ? state.values[name] : post?.[name]) ?? '';
  const isTicked = (name: 'isKey' | 'isPinned') =>
    wasSent ? state.values[name] === 'on' : (post?.[name] ?? false);
  const pictureId = wasSent ? state.values.pictureId : String(post?.pictureId ?? '');
  return (
    <>
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
      <SavedMeanwhile values={state.values} say={say} />
      <PictureChooser
        key={live.pictureResets}
        chosen={pictureId ?? ''}
        choices={pictures}
        error={state.errors.pictureId}
        hint={say('live.noPicture')}
        say={say}
      />
      <Checkbox name="isKey" value="on" label={say('live.isKey')} checked={isTicked('isKey')} />
      <Checkbox name="isPinned" value="on" label={say('live.isPinned')} checked={isTicked('isPinned')} />
    </>
  );
}

/** After a conflict: what somebody else has saved. */
function SavedMeanwhile({ values, say }: { values: LiveFormState['values']; say: Say }) {
  const { savedHeadline, savedBody } = values;
  if (savedBody === undefined) return null;
  return (
    <section className="note" aria-label={say('live.nowSaved')}>
      <b>{say('live.nowSaved')}</b>
      <p>{savedHeadline}</p>
      <p className="whitespace-pre-line">{savedBody}</p>
    </section>
  );
}
