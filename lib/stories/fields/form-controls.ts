import {
  type ControlPanel,
  type ControlsByPanel,
  controlPanels,
  type FieldControlView,
} from '@/lib/forms/story-controls';
import type { Say } from '@/lib/site/labels';
import { storyFields } from './catalogue';

/** The simple controls of the story's form, by the part of the form that contains them. */
export function fieldControls(say: Say): ControlsByPanel {
  return Object.fromEntries(controlPanels.map((panel) => [panel, controlsOf(panel, say)])) as Record<
    ControlPanel,
    FieldControlView[]
  >;
}

function controlsOf(panel: ControlPanel, say: Say): FieldControlView[] {
  return storyFields.flatMap(([name, { label, control }]) => {
    if (control?.panel !== panel) return [];
    const { panel: _, hint, ...look } = control;
    return [{ ...look, name, label: say(label), hint: hint && say(hint) }];
  });
}
