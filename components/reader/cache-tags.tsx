import { type PageNote as Note, writeNote } from '@/lib/cache/cache-tags';

/** Tells the door what this page shows. React moves it into the head; the door takes it out. */
export function PageNote(note: Note) {
  return <meta name="page-note" content={writeNote(note)} />;
}
