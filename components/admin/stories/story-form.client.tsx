'use client';

import { useEffect, useRef, useState } from 'react';
import { useScrollToAnswer } from '@/components/admin/desk/forms/use-scroll-to-answer.client';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area.client';
import type { ControlsByPanel } from '@/lib/forms/story-controls';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { Say } from '@/lib/site/labels';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { BodyEditor } from '../editor/body-editor.client';
import { MediaUpload } from '../media/media-upload.client';
import { PresenceLine, type ShownPresence } from './autosave/presence-line.client';
import { RecoverableDrafts, type RecoverableDraftView } from './autosave/recoverable-drafts';
import { SaveStatus } from './autosave/save-status';
import { useAutosaver } from './autosave/use-autosaver';
import { noEditingGuard, useRetrySafeAction } from './autosave/use-retry-safe-action';
import { FieldControls } from './field-controls';
import { NameField } from './name-field.client';
import { StoryMerge } from './story-merge';
import { Panel } from './story-panels';
import { type PictureChoice, PictureChooser } from './story-picture';
import { StoryPreviews } from './story-previews.client';
import { type ShownState, StoryState } from './story-state';
import { usePlaceOfTyping } from './use-place-of-typing';
import { useStoryKeys } from './use-story-keys';

interface Choice {
  value: string;
  label: string;
  group?: string;
}

export interface StoryFormProps {
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>;
  /** The fields as stored; empty for a new story. */
  stored: Readonly<Record<string, string>>;
  /** The stored body as blocks, for the editor. */
  bodyDocument: DocumentJson;
  /** The simple fields, by the part of the form that they stand in. */
  controls: ControlsByPanel;
  /** The site's host, as previews show it. */
  site: string;
  /** Null for a story that is not there yet. */
  story: {
    id: number;
    shownId: string;
    version: number;
    state: ShownState;
    /** When what happens to it happened or will, in words. */
    times: readonly string[];
    publicPath: string | null;
    address: string;
    cover: string;
    retractionNote: string;
    history: readonly { what: string; when: string; key: string }[];
  } | null;
  formKey?: string;
  /** `takesBack`: it is filed, theirs, and in nobody else's hands yet. */
  permits: { edits: boolean; publishes: boolean; takesBack: boolean };
  /** Who has sent it back to its writer, and with what words. */
  sentBack?: { name: string; words: string } | null;
  /** Whether it stands on the home front by somebody's hand; null for those who arrange no fronts. */
  placing?: { isPinned: boolean } | null;
  /**
   * Set while the next version of a live story is prepared: its version so far, 0 for none, its state in words, and
   * the live version whose text it began from.
   */
  next?: { version: number; state: string; basedOn: number } | null;
  choices: {
    sections: readonly Choice[];
    districts: readonly Choice[];
    pictures: readonly PictureChoice[];
    /** What one sound or film may have. */
    mediaMegabytes: number;
    /** The newest of the library, to be put in by their addresses. */
    media: Readonly<Record<'audio' | 'video', readonly { address: string; label: string }[]>>;
  };
  /** Whose form it is; null for a form that is shown to nobody. */
  member: number | null;
  /** Who else has the story open as the page is made. */
  present: ShownPresence | null;
  /** The member's own unsaved texts of this story. */
  offers: readonly RecoverableDraftView[];
  /** What the save before this page has done. */
  did?: string | undefined;
  /** What can be done with the story besides writing it, further down on the page. */
  further?: readonly { href: string; label: string }[];
}

const storyFormsShown = ['report', 'opinion', 'explainer', 'photo', 'video', 'live', 'longread'] as const;

/**
 * One form for all that is typed of a story. Each button saves first and then does what it says, so no text is ever
 * left behind; what is refused stands here again, as it was typed, with script or without.
 */
export function StoryForm({
  action,
  stored: storedNow,
  bodyDocument: bodyNow,
  controls,
  site,
  story,
  formKey: keyNow,
  permits,
  sentBack = null,
  placing = null,
  next = null,
  choices,
  member,
  present,
  offers: offered,
  did,
  further = [],
}: StoryFormProps) {
  const say = useSay();
  const hands = useRef(noEditingGuard);
  const [state, send] = useRetrySafeAction(action, say, hands);
  const form = useRef<HTMLFormElement>(null);
  // The page around may be made anew at any time, with what others have saved: under the hands of whoever writes
  // nothing changes. What was opened stands, and counts as what is written on, until it is saved.
  const [{ stored, bodyDocument, formKey, opened }] = useState({
    stored: storedNow,
    bodyDocument: bodyNow,
    formKey: keyNow,
    opened: { basedOn: next?.basedOn ?? story?.version ?? '', nextBasedOn: next?.version ?? 0 },
  });
  const { tab, standing, offers } = useAutosaver(form, {
    storyId: story?.id ?? 0,
    member,
    state,
    offers: offered,
    hands,
  });
  usePlaceOfTyping(form, state);
  useScrollToAnswer(form, state, refusalIn);
  const wasSent = 'headline' in state.values;
  const value = (name: string) => (wasSent ? state.values[name] : stored[name]) ?? '';
  const field = (name: string) => ({ name, value: value(name), error: state.errors[name] });
  const hasSomething = (name: string) => value(name) !== '' || name in state.errors;
  const isNew = story === null;
  useStoryKeys(form);
  // Who has asked for a new story begins with its headline, unless the hand is somewhere already.
  useEffect(() => {
    const headline = form.current?.elements.namedItem('headline');
    if (isNew && document.activeElement === document.body && headline instanceof HTMLElement)
      headline.focus({ preventScroll: true });
  }, [isNew]);
  const basedOn = state.basedOn ?? (wasSent ? value('basedOn') : opened.basedOn);

  const shownAs = (name: string, text: string) => {
    if (name === 'comments')
      return say(text === 'closed' ? 'storyDesk.commentsClosed' : 'storyDesk.commentsOpen');
    if (name === 'pictureId') return pictureInWords(text, say);
    const offered = { section: choices.sections, district: choices.districts }[name];
    return offered?.find((choice) => choice.value === text)?.label ?? text;
  };

  return (
    <form ref={form} action={send} noValidate aria-label={say(isNew ? 'admin.newStory' : 'admin.editStory')}>
      <input type="hidden" name="storyId" value={story?.id ?? value('storyId')} />
      <input type="hidden" name="basedOn" value={basedOn} />
      {next && <input type="hidden" name="nextBasedOn" value={state.nextBasedOn ?? opened.nextBasedOn} />}
      <input type="hidden" name="formKey" value={wasSent ? value('formKey') : (formKey ?? '')} />
      {/* The drafts that are done with once this is saved. */}
      <input type="hidden" name="drafts" defaultValue={value('drafts')} key={state.taken ?? ''} />
      <div className="save">
        <ButtonLink kind="quiet" href="/admin/stories" icon="back">
          {say('admin.stories')}
        </ButtonLink>
        {story && <span className="meta max-lg:hidden">#{story.shownId}</span>}
        {story && <StoryState state={story.state} say={say} />}
        {(did || state.isSaved) && !state.notice && (
          <span
            className="save__state gap-[0.4rem] text-(length:--text-meta) font-medium inline-flex items-center text-ok"
            role="status"
          >
            <Icon name="check" />
            {state.isSaved ? say('storyDesk.didSave') : did}
          </span>
        )}
        {state.notice?.kind === 'refused' && (
          <a
            className="save__state gap-[0.4rem] text-(length:--text-meta) font-medium inline-flex items-center text-accent"
            href={`#${REFUSAL}`}
          >
            <Icon name="warning" />
            {say('storyDesk.seeWhyNot')}
          </a>
        )}
        <SaveStatus
          standing={standing}
          signInAt={`/login?next=/admin/stories/${story?.id ?? 'new'}`}
          say={say}
        />
        <div className="save__do ml-auto gap-2 flex flex-wrap max-md:ml-0 max-md:w-full">
          <Buttons
            story={story}
            next={next}
            isKnown={story !== null || value('storyId') !== ''}
            permits={permits}
            placing={placing}
            say={say}
          />
        </div>
      </div>
      <h1 className="vh">{say(isNew ? 'admin.newStory' : 'admin.editStory')}</h1>
      {state.notice && (
        <div className="story-notice mb-5 scroll-mt-32" id={REFUSAL}>
          <Notice kind={state.notice.kind}>
            <p>{state.notice.text}</p>
            {state.isSignedOut && (
              <p>
                <a href="/login" target="_blank" rel="noopener">
                  {say('storyDesk.signInAgain')}
                </a>
              </p>
            )}
          </Notice>
        </div>
      )}
      {!permits.edits && story?.state !== 'retracted' && !isNew && (
        <div className="story-notice mb-5 scroll-mt-32">
          <Notice kind="warn">
            {permits.takesBack ? (
              <div className="gap-y-[8px] gap-x-[16px] flex flex-wrap items-center justify-between">
                <p>{say('storyDesk.takeBackHint')}</p>
                <Button name="do" value="take-back" icon="undo" formNoValidate>
                  {say('storyDesk.takeBack')}
                </Button>
              </div>
            ) : (
              say('storyDesk.notYours')
            )}
          </Notice>
        </div>
      )}
      {story?.state === 'retracted' && (
        <div className="story-notice mb-5 scroll-mt-32">
          <Notice kind="warn">
            <b>{say('storyDesk.retractionNote')}:</b> {story.retractionNote}
          </Notice>
        </div>
      )}
      {sentBack && (
        <div className="story-notice mb-5 scroll-mt-32">
          <Notice kind="warn">
            <b>{say('work.sentBackBy', { name: sentBack.name })}</b> {sentBack.words}
          </Notice>
        </div>
      )}
      {next && (
        <div className="story-notice mb-5 scroll-mt-32">
          <Notice kind="warn">
            <b>{say('next.title')}:</b> {say('next.hint')} {next.state}
          </Notice>
        </div>
      )}
      {/* It tells of the live text's version; two on a next version are told apart when they save. */}
      {story && permits.edits && !next && (
        <PresenceLine
          storyId={story.id}
          version={Number(basedOn)}
          atFirst={present}
          answer={state}
          say={say}
        />
      )}
      <RecoverableDrafts
        offers={offers.filter((offer) => offer.tab !== tab)}
        canTake={permits.edits}
        say={say}
      />
      {state.merge && <StoryMerge merge={state.merge} shownAs={shownAs} say={say} />}
      <fieldset className="editor" disabled={!permits.edits}>
        <div className="write">
          <FieldControls controls={controls.text} field={field} say={say} />
          <BodyEditor
            typed={value('body')}
            base={value('bodyDoc')}
            document={bodyDocument}
            pictures={choices.pictures}
            error={state.errors.body}
            undescribed={state.undescribed}
            isEditable={permits.edits}
            wasTyped={'body' in state.values}
          />
        </div>
        <section className="side2 lg:min-w-0" aria-label={say('storyDesk.stateAndTime')}>
          <Panel title={say('storyDesk.stateAndTime')}>
            {story?.times.map((time) => (
              <p className="meta" key={time}>
                {time}
              </p>
            ))}
            {further.length > 0 && (
              <nav aria-label={say('work.title')}>
                <ul className="gap-y-[0.15rem] gap-x-[0.9rem] flex flex-wrap">
                  {further.map(({ href, label }) => (
                    <li key={href}>
                      <a
                        className="py-1 text-(length:--text-meta) font-medium inline-block underline"
                        href={href}
                      >
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {story && permits.publishes && (canBeScheduled(story.state) || next) && (
              <>
                <Field
                  {...field('scheduledAt')}
                  type="datetime-local"
                  label={say('storyDesk.publishAt')}
                  hint={say('storyDesk.publishAtHint')}
                />
                <Button name="do" value={next ? 'next-schedule' : 'schedule'} icon="clock">
                  {say('editor.schedule')}
                </Button>
              </>
            )}
            <Select
              {...field('comments')}
              label={say('storyDesk.commentCount')}
              options={[
                { value: 'open', label: say('storyDesk.commentsOpen') },
                { value: 'closed', label: say('storyDesk.commentsClosed') },
                { value: 'until', label: say('editor.commentsUntil') },
              ]}
            />
            <Field
              {...field('commentsUntil')}
              type="datetime-local"
              label={say('editor.commentsUntilTime')}
              hint={say('editor.commentsUntilHint')}
            />
          </Panel>
          <Panel title={say('storyDesk.sectionAndTopics')}>
            <Select
              {...field('section')}
              label={say('editor.section')}
              options={choices.sections}
              hint={say(choices.sections.length === 0 ? 'storyDesk.noSections' : 'storyDesk.sectionHint')}
              empty={say('form.choose')}
            />
            <NameField
              {...field('sections')}
              label={say('editor.otherSections')}
              hint={say('editor.otherSectionsHint')}
              choices={choices.sections}
              say={say}
            />
            <Select
              {...field('form')}
              label={say('editor.form')}
              options={storyFormsShown.map((form) => ({ value: form, label: say(`editor.form.${form}`) }))}
            />
            {story && stored.form === 'live' && permits.edits && (
              <ButtonLink href={`/admin/stories/${story.id}/live`} icon="clock">
                {say('live.toDesk')}
              </ButtonLink>
            )}
            <NameField
              {...field('topics')}
              label={say('editor.topics')}
              hint={say('storyDesk.topicsHint')}
              choices="topics"
              say={say}
            />
            <NameField
              {...field('bylines')}
              label={say('editor.byline')}
              hint={say('editor.bylinesHint')}
              choices="bylines"
              say={say}
            />
            <Select
              {...field('district')}
              label={say('editor.district')}
              options={choices.districts}
              empty={say('storyDesk.noDistrict')}
            />
            <NameField
              {...field('districts')}
              label={say('editor.otherDistricts')}
              hint={say('editor.otherDistrictsHint')}
              choices={choices.districts}
              say={say}
            />
          </Panel>
          <Panel title={say('storyDesk.leadPicture')}>
            <PictureChooser
              chosen={value('pictureId')}
              choices={choices.pictures}
              cover={story?.cover}
              error={state.errors.pictureId}
              say={say}
            />
            <FieldControls controls={controls.picture} field={field} say={say} />
          </Panel>
          <Panel
            title={say('editor.media')}
            isOpen={[
              'audio',
              'video',
              'audioFile',
              'videoFile',
              'audioSeconds',
              'videoSeconds',
              ...controls.source.map(({ name }) => name),
            ].some(hasSomething)}
          >
            <Field
              {...field('audio')}
              label={say('editor.audio')}
              hint={say('editor.mediaHint')}
              inputMode="url"
              list="audio-offers"
            />
            <MediaOffers kind="audio" offers={choices.media.audio} />
            <MediaUpload
              kind="audio"
              maxMegabytes={choices.mediaMegabytes}
              error={state.errors.audioFile}
              say={say}
            />
            <Field
              {...field('audioSeconds')}
              label={say('media.audioSeconds')}
              hint={say('media.secondsHint')}
              autoComplete="off"
            />
            <Field
              {...field('video')}
              label={say('editor.video')}
              hint={say('media.videoHint')}
              inputMode="url"
              list="video-offers"
            />
            <MediaOffers kind="video" offers={choices.media.video} />
            <MediaUpload
              kind="video"
              maxMegabytes={choices.mediaMegabytes}
              error={state.errors.videoFile}
              say={say}
            />
            <Field
              {...field('videoSeconds')}
              label={say('media.videoSeconds')}
              hint={say('media.secondsHint')}
              autoComplete="off"
            />
            <FieldControls controls={controls.source} field={field} say={say} />
          </Panel>
          <Panel title={say('storyDesk.inSearch')}>
            <StoryPreviews
              address={story?.address ?? site}
              site={site}
              stored={{
                headline: value('headline'),
                standfirst: value('standfirst'),
                seoTitle: value('seoTitle'),
                seoDescription: value('seoDescription'),
              }}
              picture={
                choices.pictures.find(({ id }) => String(id) === value('pictureId'))?.address ?? story?.cover
              }
              say={say}
            />
            <FieldControls controls={controls.search} field={field} say={say} />
          </Panel>
          {story?.state === 'published' && permits.publishes && !next && (
            <Panel title={say('storyDesk.retraction')} isOpen={'retractionNote' in state.errors}>
              <TextArea
                {...field('retractionNote')}
                label={say('storyDesk.retractionNote')}
                hint={say('storyDesk.retractionHint')}
                rows={3}
              />
              <Button name="do" value="retract" kind="no" icon="warning">
                {say('storyDesk.retract')}
              </Button>
            </Panel>
          )}
          {story && story.history.length > 0 && (
            <Panel title={say('storyDesk.history')}>
              <ol className="[&_li+li::after]:-top-6 [&_li+li::after]:left-[0.24rem] [&_li+li::after]:content-[''] [&_li+li::after]:absolute [&_li+li::after]:w-px [&_li+li::after]:h-[2.2rem] [&_li+li::after]:bg-rule">
                {story.history.map((entry) => (
                  <li
                    className="py-[0.45rem] px-0 gap-2 relative grid grid-cols-[0.9rem_1fr] items-start before:mt-[0.4rem] before:border-2 before:border-ink-3 before:content-[''] before:z-1 before:w-[0.6rem] before:h-[0.6rem] before:rounded-[50%] before:bg-paper first:before:border-ok first:before:bg-ok"
                    key={entry.key}
                  >
                    <span>
                      <strong className="font-medium block">{entry.what}</strong>
                      <span className="meta block">{entry.when}</span>
                    </span>
                  </li>
                ))}
              </ol>
              {permits.edits && (
                <ButtonLink href={`/admin/stories/${story.id}/revisions`} icon="clock">
                  {say('keeping.revisions')}
                </ButtonLink>
              )}
            </Panel>
          )}
          <StoryKeys placing={placing} say={say} />
        </section>
      </fieldset>
    </form>
  );
}

const REFUSAL = 'story-refused';
const refusalIn = () => document.getElementById(REFUSAL);

/** What the library has, offered where its address is typed. */
function MediaOffers({
  kind,
  offers,
}: {
  kind: 'audio' | 'video';
  offers: readonly { address: string; label: string }[];
}) {
  return (
    <datalist id={`${kind}-offers`}>
      {offers.map(({ address, label }) => (
        <option key={address} value={address}>
          {label}
        </option>
      ))}
    </datalist>
  );
}

/** The chords of use-story-keys.ts; nothing hears them without script. */
function StoryKeys({ placing, say }: Pick<StoryFormProps, 'placing'> & { say: Say }) {
  const keys: [chord: string, does: string][] = [
    ['Alt+1', say('editor.headline')],
    ['Alt+2', say('editor.body')],
    ['Alt+3', say('editor.section')],
    ['Ctrl+S', say('storyDesk.keySave')],
    ...(placing
      ? ([
          ['Ctrl+Shift+Enter', say('storyDesk.publishAndLead')],
          ['Ctrl+Shift+Backspace', say('storyDesk.takeOff')],
        ] as [string, string][])
      : []),
  ];
  return (
    <Panel title={say('storyDesk.keys')}>
      <ul>
        {keys.map(([chord, does]) => (
          <li className="py-[0.2rem] px-0 text-(length:--text-meta)" key={chord}>
            <kbd>{chord}</kbd> {does}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Save stands first: it is what the Enter key presses. */
function Buttons({
  story,
  next,
  isKnown,
  permits,
  placing,
  say,
}: Pick<StoryFormProps, 'story' | 'permits' | 'placing' | 'next'> & { isKnown: boolean; say: Say }) {
  if (next) return <NextButtons isThere={next.version > 0} publishes={permits.publishes} say={say} />;
  const isPublished = story?.state === 'published';
  return (
    <>
      {permits.edits && (
        <Button name="do" value="save" kind={isPublished ? 'main' : isKnown ? 'plain' : 'ink'}>
          {say(isPublished ? 'editor.update' : isKnown ? 'storyDesk.save' : 'editor.saveDraft')}
        </Button>
      )}
      {story?.publicPath && (
        <ButtonLink href={story.publicPath} icon="eye">
          {say('storyDesk.viewPublic')}
        </ButtonLink>
      )}
      {permits.edits && story?.state === 'draft' && !permits.publishes && (
        <Button name="do" value="file" kind="ink">
          {say('editor.submit')}
        </Button>
      )}
      {/* With a word on what is to be done, which is asked for where the desk talks about the story. */}
      {permits.publishes && story?.state === 'filed' && (
        <ButtonLink href="#send-back-words" icon="undo">
          {say('editor.sendBack')}
        </ButtonLink>
      )}
      {permits.publishes && story?.state === 'scheduled' && (
        <Button name="do" value="return" icon="undo">
          {say('editor.toDraft')}
        </Button>
      )}
      {permits.publishes && story && canBeScheduled(story.state) && (
        <Button name="do" value="publish" kind="main">
          {say(story.state === 'scheduled' ? 'editor.publishNow' : 'editor.publish')}
        </Button>
      )}
      {permits.publishes && placing && story && canBeScheduled(story.state) && (
        <Button name="do" value="publish-lead">
          {say('storyDesk.publishAndLead')}
        </Button>
      )}
      {placing && isPublished && (
        <Button name="do" value={placing.isPinned ? 'off-front' : 'lead'}>
          {say(placing.isPinned ? 'storyDesk.takeOff' : 'storyDesk.lead')}
        </Button>
      )}
    </>
  );
}

/** What can be done with a live story's next version. */
function NextButtons({ isThere, publishes, say }: { isThere: boolean; publishes: boolean; say: Say }) {
  return (
    <>
      <Button name="do" value="next-save" kind="ink">
        {say('next.save')}
      </Button>
      {publishes ? (
        <Button name="do" value="next-apply" kind="main">
          {say('next.apply')}
        </Button>
      ) : (
        <Button name="do" value="next-file">
          {say('next.file')}
        </Button>
      )}
      {isThere && (
        <Button name="do" value="next-drop" kind="no" formNoValidate>
          {say('next.drop')}
        </Button>
      )}
    </>
  );
}

/** A picture with its words, as it is merged: `[id, caption, credit, alt]`. */
function pictureInWords(json: string, say: Say): string {
  if (json === '') return '';
  const [id, ...words] = JSON.parse(json) as [number | null, ...string[]];
  const name = id === null ? say('storyDesk.withoutPicture') : say('storyDesk.pictureNumber', { id });
  return [name, ...words].filter(Boolean).join('\n');
}

function canBeScheduled(state: ShownState): boolean {
  return state === 'draft' || state === 'filed' || state === 'scheduled';
}
