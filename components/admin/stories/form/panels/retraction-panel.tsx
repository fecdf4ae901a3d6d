import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area.client';
import { Panel } from '../../story-panels';
import { canBeRetracted } from '../story-actions';
import type { StoryPanelProps } from './panel-props';

export function RetractionPanel({ form, say }: StoryPanelProps) {
  if (!canBeRetracted(form)) return null;
  return (
    <Panel title={say('storyDesk.retraction')} isOpen={'retractionNote' in form.answer.errors}>
      <TextArea
        {...form.field('retractionNote')}
        label={say('storyDesk.retractionNote')}
        hint={say('storyDesk.retractionHint')}
        rows={3}
      />
      <Button name="do" value="retract" kind="no" icon="warning">
        {say('storyDesk.retract')}
      </Button>
    </Panel>
  );
}
