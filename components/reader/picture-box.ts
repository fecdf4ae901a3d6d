/** What is known of a picture before it is there; the focal point in per cent from the top left. */
export interface PictureBoxLook {
  focalX: number;
  focalY: number;
  /** As in `#7a8b9c`; `''` if nobody has measured it. */
  colour: string;
}

/** Width over height of the boxes that pictures are cropped to, as in theme.css. */
const ratios = { lead: 16 / 9, card: 3 / 2, thumb: 1 } as const;
export type BoxShape = keyof typeof ratios;

/** The classes `t0` … `tc` of the style sheet: no inline style is allowed, so colours are thirteen. */
const palette = ['222', '555', '999', 'ccc', '742', 'b85', 'ba6', '574', '488', '69b', '346', '757', 'c99'];

/** Where the crop lies along the side that is cut, from 0 to 1; null where nothing is cut, or nothing is known. */
export function cropPlace(
  { width, height, look }: { width: number; height: number; look?: PictureBoxLook | null | undefined },
  shape: BoxShape,
): number | null {
  if (!look || width === 0 || height === 0) return null;
  const stretch = width / height / ratios[shape];
  // Cut left and right if it is too wide for the box, else above and below; `seen` is the part that is left.
  const seen = Math.min(stretch, 1 / stretch);
  if (seen > 0.99) return null;
  const focal = (stretch > 1 ? look.focalX : look.focalY) / 100;
  return Math.min(1, Math.max(0, (focal - seen / 2) / (1 - seen)));
}

/** The class that keeps the focal point in the box; `''` where the middle does. */
export function cropClass(picture: Parameters<typeof cropPlace>[0], shape: BoxShape): string {
  const place = cropPlace(picture, shape);
  const eighths = place === null ? 4 : Math.round(place * 8);
  return eighths === 4 ? '' : `p${eighths}`;
}

/** The class of the nearest colour; `''` for a picture whose colour nobody has measured. */
export function toneClass(look: PictureBoxLook | null | undefined): string {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(look?.colour ?? '') ?? [];
  if (!red || !green || !blue) return '';
  const wanted = [red, green, blue].map((hex) => Number.parseInt(hex, 16));
  const distances = palette.map((tone) =>
    [...tone].reduce(
      (sum, digit, at) => sum + (Number.parseInt(digit + digit, 16) - (wanted[at] ?? 0)) ** 2,
      0,
    ),
  );
  return `t${distances.indexOf(Math.min(...distances)).toString(16)}`;
}
