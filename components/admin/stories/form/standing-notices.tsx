import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Say } from '@/lib/site/labels';
import type { StoryFormProps } from './story-form-props';
import type { StoryFormView } from './story-form-view';

interface StandingNoticesProps {
  form: StoryFormView;
  sentBack: StoryFormProps['sentBack'];
  say: Say;
}

/** What is to be known before anything is typed. */
export function StandingNotices({ form, sentBack, say }: StandingNoticesProps) {
  return (
    <>
      {form.standingNotice && (
        <StoryNotice>
          <WhyNotEdited form={form} say={say} />
        </StoryNotice>
      )}
      {sentBack && (
        <StoryNotice>
          <b>{say('work.sentBackBy', { name: sentBack.name })}</b> {sentBack.words}
        </StoryNotice>
      )}
      {form.next && (
        <StoryNotice>
          <b>{say('next.title')}:</b> {say('next.hint')} {form.next.state}
        </StoryNotice>
      )}
    </>
  );
}

function WhyNotEdited({ form, say }: Pick<StandingNoticesProps, 'form' | 'say'>) {
  if (form.standingNotice === 'retracted')
    return (
      <>
        <b>{say('storyDesk.retractionNote')}:</b> {form.story?.retractionNote}
      </>
    );
  if (form.standingNotice === 'not-yours') return say('storyDesk.notYours');
  return (
    <div className="gap-y-[8px] gap-x-[16px] flex flex-wrap items-center justify-between">
      <p>{say('storyDesk.takeBackHint')}</p>
      <Button name="do" value="take-back" icon="undo" formNoValidate>
        {say('storyDesk.takeBack')}
      </Button>
    </div>
  );
}

function StoryNotice({ children }: { children: ReactNode }) {
  return (
    <div className="story-notice mb-5 scroll-mt-32">
      <Notice kind="warn">{children}</Notice>
    </div>
  );
}
