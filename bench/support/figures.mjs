/** What several rounds say together. A ratio is concluded only where the ranges of the two do not overlap. */
export function summed(rounds) {
  const sorted = [...rounds].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { min: sorted[0], median: at(0.5), max: sorted.at(-1) };
}

export function compared(a, b) {
  const areApart = a.min > b.max || b.min > a.max;
  return { ratio: a.median / b.median, areApart };
}

/**
 * How the two stood to each other round by round. They ran one behind the other in each, so a machine that was slow for
 * a while was slow for both: where the least of these ratios is above a bound, the bound is held.
 */
export function pairwise(a, b) {
  const ratios = a.map((one, round) => one / b[round]);
  return { least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** One line for each contestant: minimum, median, maximum, and how it stands to the first. */
export function table(title, unit, results) {
  const [[firstName, first], ...others] = Object.entries(results).map(([name, rounds]) => [
    name,
    summed(rounds),
  ]);
  const inRounds = (name) => {
    const { least, most } = pairwise(results[firstName], results[name]);
    return `, in single rounds ${least.toFixed(2)} to ${most.toFixed(2)}`;
  };
  const line = (name, { min, median, max }, note) =>
    `  ${name.padEnd(26)} ${[min, median, max].map((n) => shown(n).padStart(9)).join(' ')}  ${note}`;
  const lines = [`\n${title} (${unit}: minimum, median, maximum of ${Object.values(results)[0].length})`];
  lines.push(line(firstName, first, ''));
  for (const [name, figures] of others) {
    const { ratio, areApart } = compared(first, figures);
    const words = areApart
      ? `${firstName} / it = ${ratio.toFixed(2)}`
      : `${firstName} / it ≈ ${ratio.toFixed(2)}, ranges overlap: no conclusion`;
    lines.push(line(name, figures, words + inRounds(name)));
  }
  console.log(lines.join('\n'));
  return Object.fromEntries([[firstName, first], ...others]);
}

const shown = (n) => (n >= 100 ? String(Math.round(n)) : n.toFixed(2));
