/** The dialog that is open over the editor. */
export type EditorDialog =
  | { kind: 'link' | 'picture' | 'alsoRead' }
  /** `into`: the place of the gallery that the pictures are added to; without it they make a new one. */
  | { kind: 'gallery'; into?: number }
  | { kind: 'embed'; url?: string }
  | { kind: 'bijoy'; converted: string; useConverted: () => void; useAsIs: () => void };

/** Those that a button of the toolbar opens. */
export type ToolbarDialog = 'link' | 'picture' | 'gallery' | 'embed' | 'alsoRead';
