/** The faces of readers' pages. */
export const faceNames = ['serif-700', 'hind-400', 'hind-600'] as const;

export type FaceName = (typeof faceNames)[number];

interface FaceFiles {
  cut: string;
  whole: string;
  /** Declares the whole file under the family's name; a later declaration wins over the one of the cut. */
  wholeStyles: string;
}

/** Named by their content, so that browsers never use an older file from their caches: a test compares the hashes. */
export const faceFiles: Readonly<Record<FaceName, FaceFiles>> = {
  'serif-700': {
    cut: '/fonts/serif-700-76545301.woff2',
    whole: '/fonts/serif-700-whole-4cb78179.woff2',
    wholeStyles: '/fonts/serif-700-whole-c2f8a035.css',
  },
  'hind-400': {
    cut: '/fonts/hind-400-3bd6fa94.woff2',
    whole: '/fonts/hind-400-whole-230421cd.woff2',
    wholeStyles: '/fonts/hind-400-whole-1e975c3d.css',
  },
  'hind-600': {
    cut: '/fonts/hind-600-986dbc0f.woff2',
    whole: '/fonts/hind-600-whole-ea846c1b.woff2',
    wholeStyles: '/fonts/hind-600-whole-32b0025e.css',
  },
};
