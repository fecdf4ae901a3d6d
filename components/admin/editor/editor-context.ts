import { createContext, useContext } from 'react';
import type { Say } from '@/lib/site/labels';

/** A picture of the library, as the editor shows it. */
export interface KnownPicture {
  id: number;
  address: string;
  alt: string;
  caption: string;
  credit: string;
}

/** A story of ours, as the desk's search returns it. `isPublic`: readers can open `href`. */
export interface KnownStory {
  id: number;
  headline: string;
  section: string;
  href: string;
  isPublic: boolean;
}

export interface EditorDesk {
  say: Say;
  picture: (id: number | null) => KnownPicture | undefined;
  story: (id: number) => KnownStory | undefined;
  /** Opens the dialog for pictures to be added to the gallery at this place of the text. */
  addToGallery: (at: number) => void;
}

const EditorDeskContext = createContext<EditorDesk | null>(null);
export const EditorDeskProvider = EditorDeskContext.Provider;

/** What the blocks in the text need to know of the newsroom's library and stories. */
export function useEditorDesk(): EditorDesk {
  const desk = useContext(EditorDeskContext);
  if (!desk) throw new Error('useEditorDesk: outside of the editor');
  return desk;
}
