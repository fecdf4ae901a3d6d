import { at, circle, type Needle, n, onCircle } from './needle';

/** The six figures of the house, each drawn around 0,0 to about radius R, and three small companions. */
export const motifs = ['lotus', 'sun', 'kalka', 'fish', 'boat', 'tree'] as const;
export type Motif = (typeof motifs)[number];

function petal(r0: number, r1: number, spread: number, degrees: number): string {
  const [ax, ay] = onCircle(r0, degrees);
  const [bx, by] = onCircle(r1, degrees);
  const middle = r0 + (r1 - r0) * 0.52;
  const [cx, cy] = onCircle(middle, degrees - spread);
  const [dx, dy] = onCircle(middle, degrees + spread);
  return `M${n(ax)} ${n(ay)}Q${n(cx)} ${n(cy)} ${n(bx)} ${n(by)}Q${n(dx)} ${n(dy)} ${n(ax)} ${n(ay)}`;
}

const ring = (count: number, r0: number, r1: number, spread: number, turn = 0): string =>
  Array.from({ length: count }, (_, i) => petal(r0, r1, spread, turn + (360 / count) * i)).join('');

export function lotus(needle: Needle, R: number, count = 8): string {
  const { run, back, satin, cloth, colours } = needle;
  const step = 360 / count;
  const outer = ring(count, R * 0.42, R, step * 0.62, step / 2);
  const inner = ring(count, R * 0.2, R * 0.7, step * 0.58);
  return (
    satin(outer, 'b') +
    back(outer, colours.b) +
    cloth(inner) +
    satin(inner, 'a') +
    back(inner, colours.a) +
    cloth(circle(R * 0.2)) +
    run(circle(R * 0.2), colours.c, 0.7) +
    run(circle(R * 0.13), colours.a, 0.6) +
    run(circle(R * 0.06), colours.c, 0.7)
  );
}

export function sun(needle: Needle, R: number, count = 16): string {
  const { run, back, satin, colours } = needle;
  const rays = Array.from({ length: count }, (_, i) => {
    const angle = (360 / count) * i;
    const width = 180 / count;
    const [x1, y1] = onCircle(R * 0.62, angle - width);
    const [x2, y2] = onCircle(R, angle);
    const [x3, y3] = onCircle(R * 0.62, angle + width);
    return `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}L${n(x3)} ${n(y3)}`;
  }).join('');
  return (
    satin(rays, 'a') +
    back(rays, colours.a) +
    run(circle(R * 0.58), colours.b, 0.7) +
    run(circle(R * 0.52), colours.b, 0.5) +
    lotus(needle, R * 0.46, count / 2)
  );
}

/** The mango-shaped drop of every kantha, twice, leaning to each other. */
export function kalka(needle: Needle, R: number): string {
  const { run, back, satin, cloth, colours } = needle;
  const drop = (s: number) =>
    `M0 ${n(s)}C${n(-s * 0.95)} ${n(s * 0.95)} ${n(-s)} ${n(-s * 0.35)} ${n(-s * 0.1)} ${n(-s * 0.62)}` +
    `C${n(s * 0.35)} ${n(-s * 0.76)} ${n(s * 0.62)} ${n(-s * 0.98)} ${n(s * 0.3)} ${n(-s * 1.2)}` +
    `C${n(s * 0.98)} ${n(-s * 1.08)} ${n(s * 0.92)} ${n(-s * 0.55)} ${n(s * 0.82)} ${n(-s * 0.1)}` +
    `C${n(s * 0.78)} ${n(s * 0.4)} ${n(s * 0.6)} ${n(s * 0.98)} 0 ${n(s)}`;
  const inside =
    cloth(drop(R * 0.62)) +
    run(drop(R * 0.62), colours.b) +
    satin(drop(R * 0.34), 'c') +
    back(drop(R * 0.34), colours.c, 0.4);
  const one =
    satin(drop(R), 'a') +
    back(drop(R), colours.a) +
    `<g transform="translate(0 ${n(R * 0.14)})">${inside}</g>`;
  return at(-R * 1.02, R * 0.1, one, ' rotate(8)') + at(R * 1.02, R * 0.1, one, ' scale(-1 1) rotate(8)');
}

export function fish(needle: Needle, R: number): string {
  const { run, back, satin, colours, unit } = needle;
  const body =
    `M${n(-R)} 0Q${n(-R * 0.3)} ${n(-R * 0.58)} ${n(R * 0.62)} 0` +
    `Q${n(-R * 0.3)} ${n(R * 0.58)} ${n(-R)} 0`;
  const tail = `M${n(R * 0.56)} 0L${n(R)} ${n(-R * 0.34)}Q${n(R * 0.86)} 0 ${n(R)} ${n(R * 0.34)}Z`;
  const scales = [0.3, 0.08, -0.14, -0.36]
    .map((x) => `M${n(x * R)} ${n(-R * 0.2)}q${n(-R * 0.14)} ${n(R * 0.2)} 0 ${n(R * 0.4)}`)
    .join('');
  const one =
    satin(body, 'a') +
    back(body, colours.a) +
    satin(tail, 'b') +
    back(tail, colours.b) +
    `<g stroke-opacity=".95">${run(scales, colours.ground, 0.8)}</g>` +
    `<circle cx="${n(-R * 0.68)}" cy="${n(-R * 0.06)}" r="${n(1.1 * unit)}" fill="${colours.ground}"/>`;
  return (
    at(R * 0.06, -R * 0.42, one, ' rotate(-9)') +
    at(-R * 0.06, R * 0.42, one, ' rotate(171)') +
    at(0, 0, lotus(needle, R * 0.16, 8))
  );
}

export function boat(needle: Needle, R: number): string {
  const { run, back, satin, cloth, colours } = needle;
  const hull =
    `M${n(-R * 1.25)} ${n(-R * 0.1)}Q0 ${n(R * 0.62)} ${n(R * 1.25)} ${n(-R * 0.1)}` +
    `Q0 ${n(R * 1.08)} ${n(-R * 1.25)} ${n(-R * 0.1)}`;
  const sail = `M${n(-R * 0.08)} ${n(R * 0.2)}V${n(-R)}Q${n(R * 0.95)} ${n(-R * 0.5)} ${n(R * 0.62)} ${n(R * 0.14)}Z`;
  const flag = `M${n(-R * 0.2)} ${n(R * 0.18)}V${n(-R * 0.72)}Q${n(-R * 0.8)} ${n(-R * 0.3)} ${n(-R * 0.7)} ${n(R * 0.1)}Z`;
  let waves = '';
  for (let i = 0; i < 3; i++) {
    let line = `M${n(-R * 1.5)} ${n(R * (0.72 + i * 0.16))}`;
    for (let k = 0; k < 10; k++) line += `q${n(R * 0.15)} ${n(R * (k % 2 ? 0.1 : -0.1))} ${n(R * 0.3)} 0`;
    waves += run(line, i % 2 ? colours.c : colours.b, 0.6);
  }
  return (
    satin(sail, 'c') +
    back(sail, colours.c) +
    satin(flag, 'b') +
    back(flag, colours.b) +
    cloth(hull) +
    satin(hull, 'a') +
    back(hull, colours.a) +
    waves
  );
}

export function tree(needle: Needle, R: number): string {
  const { run, back, satin, colours } = needle;
  let leaves = '';
  let buds = '';
  for (let i = 0; i < 5; i++) {
    const y = R * (0.62 - i * 0.34);
    const s = 1 - i * 0.13;
    for (const side of [1, -1]) {
      const tipX = side * R * 0.78 * s;
      const tipY = y - R * 0.42 * s;
      leaves +=
        `M0 ${n(y)}Q${n(side * R * 0.2 * s)} ${n(y - R * 0.5 * s)} ${n(tipX)} ${n(tipY)}` +
        `Q${n(side * R * 0.62 * s)} ${n(y + R * 0.02)} 0 ${n(y)}`;
      buds += at(tipX + side * R * 0.1, tipY - R * 0.08, run(circle(R * 0.05), colours.c, 0.8, [1, 0.8]));
    }
  }
  const base = `M${n(-R * 0.36)} ${n(R)}Q0 ${n(R * 0.72)} ${n(R * 0.36)} ${n(R)}Z`;
  return (
    satin(leaves, 'a') +
    back(leaves, colours.a) +
    run(`M0 ${n(R)}V${n(-R * 0.86)}`, colours.b, 0.9) +
    satin(base, 'b') +
    back(base, colours.b) +
    buds +
    at(0, -R * 0.98, lotus(needle, R * 0.22, 8))
  );
}

export const star = (R: number): string =>
  [0, 45, 90, 135]
    .map((degrees) => {
      const [x, y] = onCircle(R, degrees);
      return `M${n(-x)} ${n(-y)}L${n(x)} ${n(y)}`;
    })
    .join('');

export function sprig({ run, satin, colours }: Needle, R: number): string {
  const leaves = (
    [
      [-1, 0.4],
      [1, 0],
      [-1, -0.4],
    ] as const
  ).map(([side, y]) => {
    const leaf =
      `M${n(R * 0.1)} ${n(y * R)}q${n(side * R * 0.25)} ${n(-R * 0.5)} ${n(side * R * 0.7)} ${n(-R * 0.4)}` +
      `q${n(-side * R * 0.15)} ${n(R * 0.42)} ${n(-side * R * 0.7)} ${n(R * 0.4)}`;
    return satin(leaf, 'a') + run(leaf, colours.a, 0.35);
  });
  return (
    run(`M0 ${n(R)}Q${n(R * 0.3)} 0 0 ${n(-R)}`, colours.b, 0.5) +
    leaves.join('') +
    at(0, -R * 1.1, run(circle(R * 0.14), colours.c, 0.7, [1, 0.8]))
  );
}
