const EPOCHS = 6;
const RATE = 0.07;
const RIDGE = 2e-2;

/** Weights that make the rows' targets likeliest: AdaGrad over the rows in an order that is always the same. */
export function fitLogistic(rows, size) {
  const weights = new Float64Array(size);
  const seen = new Float64Array(size).fill(1e-2);
  const order = rows.map((_, at) => at);
  let state = 11;
  const next = (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) % sides;
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = next(at + 1);
      [order[at], order[other]] = [order[other], order[at]];
    }
    for (const at of order) step(rows[at], weights, seen);
  }
  return weights;
}

function step({ buckets, values, target, weight }, weights, seen) {
  const error = (1 / (1 + Math.exp(-sumOf({ buckets, values }, weights))) - target) * weight;
  for (let i = 0; i < buckets.length; i += 1) {
    const bucket = buckets[i];
    const gradient = error * values[i] + RIDGE * weights[bucket];
    seen[bucket] += gradient * gradient;
    weights[bucket] -= (RATE * gradient) / Math.sqrt(seen[bucket]);
  }
}

const FOLDS = 5;

/**
 * Slope and offset that turn a sum of weights into a probability (Platt). Fitted on sums by weights that have not seen the
 * row or another of its group, since the ridge draws the sums of rows that were seen and of others together unequally.
 */
export function calibrate(rows, size) {
  const foldOf = new Map();
  for (const { group } of rows) if (!foldOf.has(group)) foldOf.set(group, foldOf.size % FOLDS);
  const sums = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = fitLogistic(
      rows.filter(({ group }) => foldOf.get(group) !== fold),
      size,
    );
    for (const row of rows.filter(({ group }) => foldOf.get(group) === fold))
      sums.push({ sum: sumOf(row, weights), target: row.target, weight: row.weight });
  }
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 4_000; round += 1) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { sum, target, weight } of sums) {
      const error = (1 / (1 + Math.exp(-(slope * sum + offset))) - target) * weight;
      bySlope += error * sum;
      byOffset += error;
    }
    slope -= (0.5 * bySlope) / sums.length;
    offset -= (0.5 * byOffset) / sums.length;
  }
  return { slope, offset };
}

function sumOf({ buckets, values }, weights) {
  let sum = 0;
  for (let i = 0; i < buckets.length; i += 1) sum += weights[buckets[i]] * values[i];
  return sum;
}
