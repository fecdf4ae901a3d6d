/** A note about something that was not imported exactly as it was. */
export interface ImportNote {
  /** Id of the post in WordPress; null: not about a post. */
  post: number | null;
  /** `refused`: not imported, although it should be. `skipped`: not imported on purpose. `changed`: imported with a change. */
  grade: 'refused' | 'skipped' | 'changed';
  reason: string;
}

export type AddNote = (note: ImportNote) => void;

export interface ImportReport {
  stories: { published: number; scheduled: number; filed: number; draft: number };
  /** Imported by an earlier run: left as they are here now. */
  alreadyHere: number;
  /** Stories and pages of an earlier run, not edited here since, that got pictures missing at that time. */
  withNewPictures: number;
  /** The same, but edited here since, so left unchanged. */
  leftUnchanged: number;
  /** `skipped` includes comments under pages and files, which have no discussion here. */
  comments: {
    visible: number;
    held: number;
    spam: number;
    hidden: number;
    skipped: number;
    alreadyHere: number;
  };
  sections: number;
  pages: number;
  pictures: { kept: number; alreadyHere: number; missing: number };
  media: number;
  oldAddresses: number;
  refused: number;
  skipped: number;
  changed: number;
  /** Why the file could not be read to its end, with the line; null if it was. */
  fault: string | null;
}

export function emptyReport(): ImportReport {
  return {
    stories: { published: 0, scheduled: 0, filed: 0, draft: 0 },
    alreadyHere: 0,
    withNewPictures: 0,
    leftUnchanged: 0,
    comments: { visible: 0, held: 0, spam: 0, hidden: 0, skipped: 0, alreadyHere: 0 },
    sections: 0,
    pages: 0,
    pictures: { kept: 0, alreadyHere: 0, missing: 0 },
    media: 0,
    oldAddresses: 0,
    refused: 0,
    skipped: 0,
    changed: 0,
    fault: null,
  };
}
