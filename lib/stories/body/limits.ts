/** Limits of a body that both the server and the editor enforce. */

/** For a typed body, and for a body after a paste. */
export const MAX_BODY_CHARACTERS = 400_000;
export const MAX_GALLERY_PICTURES = 60;
