const EPOCHS = 12;
const RATE = 0.15;
const RIDGE = 4e-4;

/** Logistic regression by AdaGrad over the rows, in an order that is the same each time. */
export function fitLogistic(rows, size) {
  const weights = new Float64Array(size);
  const seen = new Float64Array(size).fill(1e-2);
  const order = rows.map((_, at) => at);
  let state = 7;
  const next = (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % sides;
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

function step({ buckets, values, isSpam, weight }, weights, seen) {
  let sum = 0;
  for (let i = 0; i < buckets.length; i += 1) sum += weights[buckets[i]] * values[i];
  const error = (1 / (1 + Math.exp(-sum)) - (isSpam ? 1 : 0)) * weight;
  for (let i = 0; i < buckets.length; i += 1) {
    const gradient = error * values[i] + RIDGE * weights[buckets[i]];
    seen[buckets[i]] += gradient * gradient;
    weights[buckets[i]] -= (RATE * gradient) / Math.sqrt(seen[buckets[i]]);
  }
}
