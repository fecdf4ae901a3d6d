/** A simple control of the story's form, as a field of the catalogue describes it, with its texts. */
export interface FieldControlView {
  name: string;
  label: string;
  hint?: string | undefined;
  kind: 'line' | 'lines';
  rows?: number;
  /** A class of the form's style sheet. */
  look?: string;
  required?: boolean;
  inputMode?: 'url';
  /** Letters are counted beneath the field, of this many that fit where it is shown. */
  fits?: number;
}

/** The parts of the form that hold such controls. */
export const controlPanels = ['text', 'picture', 'source', 'search'] as const;
export type ControlPanel = (typeof controlPanels)[number];

export type ControlsByPanel = Readonly<Record<ControlPanel, readonly FieldControlView[]>>;
