/** The faces of readers' pages. Each has a cut file, `/fonts/NAME.woff2`, and a whole one, `/fonts/NAME-whole.woff2`. */
export const faceNames = ['serif-700', 'hind-400', 'hind-600'] as const;

export type FaceName = (typeof faceNames)[number];

export const fontFile = (face: FaceName): string => `/fonts/${face}.woff2`;
export const wholeFontFile = (face: FaceName): string => `/fonts/${face}-whole.woff2`;
/** Declares the whole file under the family's name; a later declaration wins over the one of the cut. */
export const wholeFontStyles = (face: FaceName): string => `/fonts/${face}-whole.css`;
