import { star } from './motifs';
import { at, type Needle, n } from './needle';

export const borders = ['teeth', 'wave', 'diamond', 'leaf'] as const;
export type Border = (typeof borders)[number];

/** The par: a band of repeated figures along the four edges, with a star in each corner. */
export function borderOf(
  needle: Needle,
  border: Border,
  W: number,
  H: number,
  m: number,
  band: number,
): string {
  const { run, colours, unit } = needle;
  const box = (o: number) => `M${n(o)} ${n(o)}H${n(W - o)}V${n(H - o)}H${n(o)}Z`;
  const inside = `M${n(m + band)} ${n(m + band)}V${n(H - m - band)}H${n(W - m - band)}V${n(m + band)}Z`;
  const alongTop = side(needle, border, W - 2 * (m + band), band);
  const alongSide = side(needle, border, H - 2 * (m + band), band);
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]
    .map(([x, y]) =>
      at(
        x ? W - m - band / 2 : m + band / 2,
        y ? H - m - band / 2 : m + band / 2,
        run(star(band * 0.34), colours.a, 0.6),
      ),
    )
    .join('');

  return (
    `<path d="${box(0)}${inside}" fill="${colours.ground}"/>` +
    run(box(m), colours.a, 0.6) +
    run(box(m + band), colours.a, 0.6) +
    run(box(m - 1.3 * unit), colours.b, 0.4) +
    run(box(m + band + 1.3 * unit), colours.b, 0.4) +
    at(m + band, m, alongTop) +
    at(W - m - band, H - m, alongTop, ' rotate(180)') +
    at(W - m, m + band, alongSide, ' rotate(90)') +
    at(m, H - m - band, alongSide, ' rotate(-90)') +
    corners
  );
}

function side(
  { run, back, satin, colours, unit }: Needle,
  border: Border,
  length: number,
  h: number,
): string {
  const count = Math.max(4, Math.round(length / (8 * unit)));
  const s = length / count;
  let figures = '';
  let line = '';
  for (let i = 0; i < count; i++) {
    const x = i * s;
    if (border === 'teeth') {
      figures += `M${n(x + s * 0.08)} ${n(h * 0.84)}L${n(x + s / 2)} ${n(h * 0.2)}L${n(x + s * 0.92)} ${n(h * 0.84)}Z`;
    } else if (border === 'diamond') {
      figures +=
        `M${n(x + s * 0.16)} ${n(h / 2)}L${n(x + s / 2)} ${n(h * 0.16)}` +
        `L${n(x + s * 0.84)} ${n(h / 2)}L${n(x + s / 2)} ${n(h * 0.84)}Z`;
    } else if (border === 'leaf') {
      figures += `M${n(x + s * 0.1)} ${n(h / 2)}q${n(s * 0.36)} ${n(-h * 0.66)} ${n(s * 0.8)} 0q${n(-s * 0.44)} ${n(h * 0.66)} ${n(-s * 0.8)} 0`;
    } else {
      line += `${i ? '' : `M0 ${n(h / 2)}`}q${n(s / 4)} ${n(-h * 0.62)} ${n(s / 2)} 0t${n(s / 2)} 0`;
      figures += dot(x + s * 0.16, h * 0.68, h) + dot(x + s * 0.66, h * 0.32, h);
    }
  }
  if (border === 'wave') return run(line, colours.b, 0.6) + back(figures, colours.c, 0.5);
  return satin(figures, 'c') + back(figures, border === 'leaf' ? colours.b : colours.c, 0.45);
}

function dot(x: number, y: number, h: number): string {
  const r = n(h * 0.09);
  return `M${n(x)} ${n(y)}a${r} ${r} 0 1 0 ${n(h * 0.18)} 0a${r} ${r} 0 1 0 ${n(-h * 0.18)} 0`;
}
