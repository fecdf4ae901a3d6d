'use client';

import type { KnownStory } from '../editor-context';
import { Dialog } from './dialog.client';
import type { EditorDialogProps } from './editor-dialog-props';
import { StorySearch } from './story-search.client';

export function AlsoReadDialog({
  say,
  close,
  choose,
}: EditorDialogProps & { choose: (story: KnownStory) => void }) {
  return (
    <Dialog title={say('editor.alsoReadTitle')} say={say} close={close}>
      <StorySearch say={say} choose={choose} />
    </Dialog>
  );
}
