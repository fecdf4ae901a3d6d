import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';
import type { AutosaveStatus } from '../autosave/autosave-status';
import { SaveStatus } from '../autosave/save-status';
import { StateBadge } from '../story-state';
import { ANSWER_NOTICE_ID } from './answer-notice';
import { StoryActionButtons } from './story-action-buttons';
import { storyActions } from './story-actions';
import type { StoryFormView } from './story-form-view';

interface SaveBarProps {
  form: StoryFormView;
  saveState: AutosaveStatus['saveState'];
  /** What the save before this page has done, as a sentence. */
  did: string | undefined;
  say: Say;
}

/** The bar that stays in view: which story this is, whether it is saved, and what can be done with it. */
export function SaveBar({ form, saveState, did, say }: SaveBarProps) {
  const { story } = form;
  return (
    <div className="save">
      <ButtonLink kind="quiet" href="/admin/stories" icon="back">
        {say('admin.stories')}
      </ButtonLink>
      {story && <span className="meta max-lg:hidden">#{story.displayId}</span>}
      {story && <StateBadge state={story.state} say={say} />}
      <AnswerStatus answer={form.answer} did={did} say={say} />
      <SaveStatus
        saveState={saveState}
        signInAt={`/login?next=/admin/stories/${story?.id ?? 'new'}`}
        say={say}
      />
      <div className="save__do ml-auto gap-2 flex flex-wrap max-md:ml-0 max-md:w-full">
        <StoryActionButtons actions={storyActions(form)} say={say} />
      </div>
    </div>
  );
}

const STATUS_LOOK = 'save__state gap-[0.4rem] text-(length:--text-meta) font-medium inline-flex items-center';

/** The outcome of the last save in a few words; a refusal links to its notice. */
function AnswerStatus({
  answer,
  did,
  say,
}: Pick<SaveBarProps, 'did' | 'say'> & Pick<StoryFormView, 'answer'>) {
  if (answer.notice?.kind === 'refused')
    return (
      <a className={`${STATUS_LOOK} text-accent`} href={`#${ANSWER_NOTICE_ID}`}>
        <Icon name="warning" />
        {say('storyDesk.seeWhyNot')}
      </a>
    );
  if (answer.notice || !(did || answer.isSaved)) return null;
  return (
    <span className={`${STATUS_LOOK} text-ok`} role="status">
      <Icon name="check" />
      {answer.isSaved ? say('storyDesk.didSave') : did}
    </span>
  );
}
