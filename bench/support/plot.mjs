/** The colours of the house, in light and in dark: an SVG shown as a picture knows which is wanted. */
const STYLE = `
  svg { color-scheme: light dark }
  text { font: 13px system-ui, sans-serif; fill: #16161a }
  .title { font-weight: 600; font-size: 15px }
  .mute { fill: #5c5c66; font-size: 12px }
  .page { fill: none; stroke: #1d4f91; stroke-width: 1.25; opacity: .45 }
  .middle { fill: none; stroke: #b5121b; stroke-width: 3; stroke-linejoin: round }
  .limit { stroke: #16161a; stroke-width: 1; stroke-dasharray: 5 4 }
  .grid { stroke: #dedee3; stroke-width: 1 }
  .paper { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #ecebe7 }
    .mute { fill: #b9b9c2 }
    .page { stroke: #94bdf5 }
    .middle { stroke: #ff8078 }
    .limit { stroke: #ecebe7 }
    .grid { stroke: #34343b }
    .paper { fill: #131316 }
  }`;

const WIDTH = 760;
const HEIGHT = 380;
const PANEL = 300;
const TOP = 56;
const BOTTOM = 330;

/**
 * Growth as a picture, SVG: readers' pages beside the desk's, over the logarithm of the size; each page a thin line of
 * its time over that at `base`, from there on; the median of them a thick one. `results`: group, name, ms by size, and
 * `base`, the place among the sizes of the first at which the page is as full as at the last.
 */
export function plotOfGrowth(sizes, results) {
  const highest = Math.max(1.5, ...results.flatMap((one) => ratiosOf(one).filter(Boolean)));
  const steps = [0.75, 1, 1.3, 2, 3, 5, 10, 20, 50, 100].filter((step) => step <= highest * 1.02);
  const [low, high] = [Math.log(0.6), Math.log(highest * 1.05)];
  const y = (ratio) => BOTTOM - ((Math.log(Math.max(ratio, 0.6)) - low) / (high - low)) * (BOTTOM - TOP);
  const panels = ['reader', 'desk'].map((group, at) => {
    const left = 60 + at * (PANEL + 60);
    const x = (size) =>
      left + ((Math.log(size) - Math.log(sizes[0])) / Math.log(sizes.at(-1) / sizes[0])) * PANEL;
    const line = (kind, ratios) =>
      `<polyline class="${kind}" points="${ratios.flatMap((ratio, i) => (ratio === null ? [] : `${x(sizes[i]).toFixed(1)},${y(ratio).toFixed(1)}`)).join(' ')}"/>`;
    const lines = results.filter((one) => one.group === group).map(ratiosOf);
    const middle = sizes.map((_, i) => medianOf(lines.flatMap((ratios) => ratios[i] ?? [])));
    const grid = steps.map((step) => {
      const kind = step === 1.3 ? 'limit' : 'grid';
      const said = `<text class="mute" x="${left - 8}" y="${y(step) + 4}" text-anchor="end">${step}×</text>`;
      return `<line class="${kind}" x1="${left}" x2="${left + PANEL}" y1="${y(step)}" y2="${y(step)}"/>${at === 0 ? said : ''}`;
    });
    const marks = sizes.map((size, i) => {
      const anchor = i === 0 ? 'start' : i === sizes.length - 1 ? 'end' : 'middle';
      return `<text class="mute" x="${x(size)}" y="${BOTTOM + 22}" text-anchor="${anchor}">${size.toLocaleString('en')}</text>`;
    });
    const title = `${lines.length} pages of the ${group === 'reader' ? 'readers' : 'desk'}`;
    return `<text class="title" x="${left}" y="34">${title}</text>${grid.join('')}${lines.map((ratios) => line('page', ratios)).join('')}${line('middle', middle)}${marks.join('')}`;
  });
  const note = `<text class="mute" x="60" y="${HEIGHT - 8}">stories in the store; time of a page over its time at ${sizes[0].toLocaleString('en')}: each thin, the median of all thick, the limit dashed</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Time of each page as the newsroom grows"><style>${STYLE}</style><rect class="paper" width="100%" height="100%"/>${panels.join('')}${note}</svg>\n`;
}

function ratiosOf({ times, base }) {
  return times.map((ms, i) => (i < base ? null : ms / times[base]));
}

function medianOf(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}
