/** One thing that did not come as it was, with the post that it was in. */
export interface Note {
  /** Its id in WordPress; null: of no post. */
  post: number | null;
  /** `refused`: it is not here, and should be. `left out`: on purpose. `otherwise`: it is here, a little different. */
  grade: 'refused' | 'left out' | 'otherwise';
  reason: string;
}

export type Tell = (note: Note) => void;

export interface MoveInReport {
  stories: { published: number; scheduled: number; filed: number; draft: number };
  /** Known from an earlier run: left as they are here now. */
  alreadyHere: number;
  /** Stories and pages: known, untouched by the newsroom, and given the pictures that were not there the first time. */
  pictured: number;
  /** The same, but the newsroom has worked on them since, so that they were left alone. */
  keptAsTheyAre: number;
  /** `leftOut`: also those under pages and files, which have no discussion here. */
  comments: {
    visible: number;
    held: number;
    spam: number;
    hidden: number;
    leftOut: number;
    alreadyHere: number;
  };
  sections: number;
  pages: number;
  pictures: { kept: number; alreadyHere: number; missing: number };
  media: number;
  oldAddresses: number;
  refused: number;
  leftOut: number;
  otherwise: number;
  /** Why the file could not be read to its end, with its line; null: it was. */
  fault: string | null;
}

export function emptyReport(): MoveInReport {
  return {
    stories: { published: 0, scheduled: 0, filed: 0, draft: 0 },
    alreadyHere: 0,
    pictured: 0,
    keptAsTheyAre: 0,
    comments: { visible: 0, held: 0, spam: 0, hidden: 0, leftOut: 0, alreadyHere: 0 },
    sections: 0,
    pages: 0,
    pictures: { kept: 0, alreadyHere: 0, missing: 0 },
    media: 0,
    oldAddresses: 0,
    refused: 0,
    leftOut: 0,
    otherwise: 0,
    fault: null,
  };
}
