/** A simple control of the story's form, described by a field of the catalogue, with its texts. */
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
  /** Letters are counted below the field against this number, which fits where the text is shown. */
  fits?: number;
}

/** The parts of the form that contain such controls. */
export const controlPanels = ['text', 'picture', 'source', 'search'] as const;
export type ControlPanel = (typeof controlPanels)[number];

export type ControlsByPanel = Readonly<Record<ControlPanel, readonly FieldControlView[]>>;
