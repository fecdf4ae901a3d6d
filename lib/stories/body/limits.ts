/** Limits of a body that both the server and the editor hold. */

/** Of a body as it is typed, and of what a paste may bring it to. */
export const MAX_BODY_CHARACTERS = 400_000;
export const MAX_GALLERY_PICTURES = 60;
