import type { Say } from '@/lib/site/labels';
import { storyFields } from './catalogue';
import type { FieldControl } from './field';

/** A simple control of the story's form with its texts. */
export interface FieldControlView extends Omit<FieldControl, 'panel' | 'hint'> {
  name: string;
  label: string;
  hint?: string | undefined;
}

export type FieldControls = Readonly<Record<FieldControl['panel'], readonly FieldControlView[]>>;

/** The simple controls of the story's form, by the part of the form that they stand in. */
export function fieldControls(say: Say): FieldControls {
  const of = (panel: FieldControl['panel']): FieldControlView[] =>
    storyFields.flatMap(([name, { label, control }]) => {
      if (control?.panel !== panel) return [];
      const { panel: _, hint, ...look } = control;
      return [{ ...look, name, label: say(label), hint: hint && say(hint) }];
    });
  return { text: of('text'), picture: of('picture'), source: of('source'), search: of('search') };
}
