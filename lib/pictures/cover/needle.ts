/** Cloth, quilting thread, and the three threads of the drawing. */
export interface Colours {
  ground: string;
  quilt: string;
  a: string;
  b: string;
  c: string;
}
export type Thread = 'a' | 'b' | 'c';

/** One decimal is finer than a screen shows. */
export const n = (x: number): string => String(Math.round(x * 10) / 10);

/** A point on a circle of radius `r`, at so many degrees. */
export const onCircle = (r: number, degrees: number): [number, number] => [
  r * Math.cos((degrees * Math.PI) / 180),
  r * Math.sin((degrees * Math.PI) / 180),
];

export const circle = (r: number): string =>
  `M${n(r)} 0A${n(r)} ${n(r)} 0 1 1 ${n(-r)} 0A${n(r)} ${n(r)} 0 1 1 ${n(r)} 0`;

export const at = (x: number, y: number, body: string, turn = ''): string =>
  `<g transform="translate(${n(x)} ${n(y)})${turn}">${body}</g>`;

/** The stitches of one cover. `unit` is 1 % of its short side; `key` keeps its pattern ids its own on a page. */
export function needle({ unit, key, colours }: { unit: number; key: string; colours: Colours }) {
  /** A running stitch: short round-ended dashes. */
  const run = (d: string, colour: string, width = 0.5, dash = [1.7, 1.25], extra = ''): string =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width * unit)}" stroke-linecap="round" ` +
    `stroke-dasharray="${dash.map((length) => n(length * unit)).join(' ')}"${extra}/>`;

  return {
    unit,
    colours,
    run,
    /** A back stitch, for outlines. */
    back: (d: string, colour: string, width = 0.5): string => run(d, colour, width, [2.4, 0.9]),
    /** A surface filled with thread, laid at the thread's own angle. */
    satin: (d: string, thread: Thread): string => `<path d="${d}" fill="url(#${key}${thread})"/>`,
    cloth: (d: string): string => `<path d="${d}" fill="${colours.ground}"/>`,
    pattern(thread: Thread, angle: number): string {
      const s = 1.25 * unit;
      return (
        `<pattern id="${key}${thread}" width="${n(s * 2)}" height="${n(s)}" patternUnits="userSpaceOnUse" ` +
        `patternTransform="rotate(${angle})"><path d="M${n(s * 0.2)} ${n(s / 2)}H${n(s * 1.5)}" ` +
        `stroke="${colours[thread]}" stroke-width="${n(s * 0.55)}" stroke-linecap="round"/></pattern>`
      );
    },
  };
}

export type Needle = ReturnType<typeof needle>;
