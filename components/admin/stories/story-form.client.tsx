'use client';

import { useRef, useState } from 'react';
import { useScrollToAnswer } from '@/components/admin/desk/forms/use-scroll-to-answer.client';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { RecoverableDrafts } from './autosave/recoverable-drafts';
import { useAutosaver } from './autosave/use-autosaver';
import { noEditingGuard, useRetrySafeAction } from './autosave/use-retry-safe-action';
import { ANSWER_NOTICE_ID, AnswerNotice } from './form/answer-notice';
import { mergedValueText } from './form/merged-value-text';
import { DetailsPanel } from './form/panels/details-panel';
import { HistoryPanel } from './form/panels/history-panel';
import { KeysPanel } from './form/panels/keys-panel';
import { MediaPanel } from './form/panels/media-panel';
import type { StoryPanelProps } from './form/panels/panel-props';
import { PicturePanel } from './form/panels/picture-panel';
import { PublishPanel } from './form/panels/publish-panel';
import { RetractionPanel } from './form/panels/retraction-panel';
import { SearchPanel } from './form/panels/search-panel';
import { SaveBar } from './form/save-bar';
import { StandingNotices } from './form/standing-notices';
import type { StoryFormProps } from './form/story-form-props';
import { openText, type StoryFormView, viewStoryForm } from './form/story-form-view';
import { StoryMerge } from './form/story-merge';
import { TextFields } from './form/text-fields';
import { useCaretReturn } from './form/use-caret-return';
import { useFocusOnHeadline } from './form/use-focus-on-headline';
import { useStoryKeys } from './form/use-story-keys';
import { PresenceLine } from './presence/presence-line.client';

/**
 * One form for all that is typed of a story. Each button saves first and then does what it says, so no text is ever
 * left behind; what is refused is shown again as it was typed, with script or without.
 */
export function StoryForm(props: StoryFormProps) {
  const { story, member, present, sentBack = null, did } = props;
  const say = useSay();
  const editingGuard = useRef(noEditingGuard);
  const [answer, send] = useRetrySafeAction(props.action, say, editingGuard);
  const element = useRef<HTMLFormElement>(null);
  const [opened] = useState(() => openText(props));
  const form = viewStoryForm(props, opened, answer);
  const { tab, saveState, drafts } = useAutosaver(element, {
    storyId: story?.id ?? 0,
    member,
    answer,
    draftsOfPage: props.offers,
    editingGuard,
  });
  useCaretReturn(element, answer);
  useScrollToAnswer(element, answer, answerNoticeIn);
  useStoryKeys(element);
  useFocusOnHeadline(element, form.isNew);
  const title = say(form.isNew ? 'admin.newStory' : 'admin.editStory');

  return (
    <form ref={element} action={send} noValidate aria-label={title}>
      <HiddenInputs form={form} />
      <SaveBar form={form} saveState={saveState} did={did} say={say} />
      <h1 className="vh">{title}</h1>
      <AnswerNotice answer={answer} say={say} />
      <StandingNotices form={form} sentBack={sentBack} say={say} />
      {story && form.showsPresence && (
        <PresenceLine
          storyId={story.id}
          version={Number(form.basedOn)}
          initial={present}
          answer={answer}
          say={say}
        />
      )}
      <RecoverableDrafts
        drafts={drafts.filter((draft) => draft.tab !== tab)}
        canTake={form.permits.edits}
        say={say}
      />
      {answer.merge && (
        <StoryMerge merge={answer.merge} valueText={mergedValueText(form.choices, say)} say={say} />
      )}
      <fieldset className="editor" disabled={!form.permits.edits}>
        <TextFields form={form} say={say} />
        <SidePanels form={form} say={say} />
      </fieldset>
    </form>
  );
}

const answerNoticeIn = () => document.getElementById(ANSWER_NOTICE_ID);

function HiddenInputs({ form }: { form: StoryFormView }) {
  return (
    <>
      <input type="hidden" name="storyId" value={form.storyId} />
      <input type="hidden" name="basedOn" value={form.basedOn} />
      {form.next && <input type="hidden" name="nextBasedOn" value={form.nextBasedOn} />}
      <input type="hidden" name="formKey" value={form.formKey} />
      {/* The drafts that are discarded once this is saved. */}
      <input type="hidden" name="drafts" defaultValue={form.value('drafts')} key={form.answer.taken ?? ''} />
    </>
  );
}

function SidePanels({ form, say }: StoryPanelProps) {
  return (
    <section className="side2 lg:min-w-0" aria-label={say('storyDesk.stateAndTime')}>
      <PublishPanel form={form} say={say} />
      <DetailsPanel form={form} say={say} />
      <PicturePanel form={form} say={say} />
      <MediaPanel form={form} say={say} />
      <SearchPanel form={form} say={say} />
      <RetractionPanel form={form} say={say} />
      <HistoryPanel form={form} say={say} />
      <KeysPanel form={form} say={say} />
    </section>
  );
}
