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

/** A story of ours as the desk's search answers it. `isPublic`: readers can open `href`. */
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
  /** Asks for pictures to stand behind those of the gallery at this place of the text. */
  askForMore: (at: number) => void;
}

const DeskContext = createContext<EditorDesk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** What the blocks in the text need to know of the newsroom around them. */
export function useDesk(): EditorDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk: outside of the editor');
  return desk;
}
