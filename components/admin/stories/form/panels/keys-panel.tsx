import type { LabelKey } from '@/lib/site/labels';
import { Panel } from '../../story-panels';
import type { StoryPanelProps } from './panel-props';

const keys: readonly [chord: string, does: LabelKey][] = [
  ['Alt+1', 'editor.headline'],
  ['Alt+2', 'editor.body'],
  ['Alt+3', 'editor.section'],
  ['Ctrl+S', 'storyDesk.keySave'],
];

const frontKeys: typeof keys = [
  ['Ctrl+Shift+Enter', 'storyDesk.publishAndLead'],
  ['Ctrl+Shift+Backspace', 'storyDesk.takeOff'],
];

/** The chords of use-story-keys.ts, which need script. */
export function KeysPanel({ form, say }: StoryPanelProps) {
  return (
    <Panel title={say('storyDesk.keys')}>
      <ul>
        {[...keys, ...(form.placing ? frontKeys : [])].map(([chord, label]) => (
          <li className="py-[0.2rem] px-0 text-(length:--text-meta)" key={chord}>
            <kbd>{chord}</kbd> {say(label)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
