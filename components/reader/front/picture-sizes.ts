/** The `sizes` of a picture that is half, or a quarter, as wide as the page on a wide screen. */
export const HALF_WIDTH = '(min-width: 64rem) 37rem, 85vw';
export const QUARTER_WIDTH = '(min-width: 64rem) 18rem, 50vw';
