import { borderOf, borders } from './border';
import { boat, fish, kalka, lotus, type Motif, motifs, sprig, star, sun, tree } from './motifs';
import { at, type Colours, circle, type Needle, n, needle } from './needle';
import { hashOf, pickWith, randomFrom } from './random';

const palettes: readonly Colours[] = [
  { ground: '#f4eddf', quilt: '#cdbfa4', a: '#9f1d20', b: '#24365f', c: '#b57a1d' },
  { ground: '#f4eddf', quilt: '#cdbfa4', a: '#24365f', b: '#9f1d20', c: '#3f6b4a' },
  { ground: '#efe6d6', quilt: '#c9b998', a: '#7d2a3a', b: '#2d5a52', c: '#b57a1d' },
  { ground: '#8a1c20', quilt: '#a8474a', a: '#f6ead2', b: '#e3b65c', c: '#f0a08c' },
  { ground: '#22314f', quilt: '#435576', a: '#f3e8d2', b: '#e08a78', c: '#e3b65c' },
  { ground: '#234239', quilt: '#46665b', a: '#f3e8d2', b: '#e3b65c', c: '#e6937a' },
];

type Pick = ReturnType<typeof pickWith>;

/**
 * A nakshi-kantha for a story that has no picture. The same id and size give the same drawing, byte for byte.
 * It is decoration: show it with `alt=""`.
 */
export function coverSvg(id: string, { width: W, height: H } = { width: 1200, height: 800 }): string {
  const seed = hashOf(id);
  const random = randomFrom(seed);
  const pick = pickWith(random);
  const colours = pick(palettes);
  const motif = pick(motifs);
  const border = pick(borders);
  const unit = Math.min(W, H) / 100;
  const thread = needle({ unit, key: `k${seed.toString(36)}`, colours });

  const margin = 3.4 * unit;
  const band = 7 * unit;
  const R = 27 * unit * (0.94 + random() * 0.12);
  const figure = drawn(thread, motif, R, pick);
  const beside = companions(thread, motif, R, W, H, margin + band, pick);
  const centre = at(W / 2, H / 2, quilting(thread, Math.hypot(W / 2, H / 2)) + figure);

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" ` +
    `preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">` +
    `<defs>${thread.pattern('a', 35)}${thread.pattern('b', -35)}${thread.pattern('c', 90)}</defs>` +
    `<rect width="${W}" height="${H}" fill="${colours.ground}"/>` +
    `${centre}${beside}${borderOf(thread, border, W, H, margin, band)}</svg>`
  );
}

/** Echo rings round the centre, as the stitches of a kantha run. */
function quilting({ run, colours, unit }: Needle, reach: number): string {
  let rings = '';
  for (let r = 10 * unit, i = 0; r < reach; r += 3.6 * unit, i++) {
    const shift = ` stroke-dashoffset="${n((i % 2) * 1.9 * unit)}" opacity=".75"`;
    rings += run(circle(r), colours.quilt, 0.36, [1.9, 1.9], shift);
  }
  return rings;
}

function drawn(thread: Needle, motif: Motif, R: number, pick: Pick): string {
  switch (motif) {
    case 'lotus':
      return lotus(thread, R, pick([8, 12]));
    case 'sun':
      return sun(thread, R);
    case 'kalka':
      return kalka(thread, R * 0.82);
    case 'fish':
      return fish(thread, R * 1.02);
    case 'boat':
      return boat(thread, R * 0.86);
    case 'tree':
      return tree(thread, R * 0.98);
  }
}

/** Smaller figures left and right, where the cloth is wide enough for them. */
function companions(
  thread: Needle,
  motif: Motif,
  R: number,
  W: number,
  H: number,
  edge: number,
  pick: Pick,
): string {
  const { run, colours, unit } = thread;
  const dx = Math.min(((W - 2 * edge) / 2) * 0.74, W / 2 - edge - 11 * unit);
  if (dx <= R * 1.5 || motif === 'kalka') return '';

  const mate = motif === 'boat' ? pick(['sprig', 'lotus']) : pick(['sprig', 'lotus', 'star']);
  return [-1, 1]
    .map((side) => {
      const x = W / 2 + side * dx;
      if (mate === 'sprig')
        return at(x, H / 2 + 2 * unit, sprig(thread, 10 * unit), side < 0 ? '' : ' scale(-1 1)');
      if (mate === 'lotus') return at(x, H / 2, lotus(thread, 9 * unit, 8));
      return [-1, 0, 1]
        .map((step) =>
          at(
            W / 2 + side * (dx - Math.abs(step) * 3 * unit),
            H / 2 + step * 17 * unit,
            run(star(4 * unit), step ? colours.b : colours.a, 0.7),
          ),
        )
        .join('');
    })
    .join('');
}
