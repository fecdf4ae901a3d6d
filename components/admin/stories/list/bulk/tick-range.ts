/** Ticks every box from one to the other as the last one stands; both may come first. */
export function tickRange(boxes: readonly HTMLInputElement[], from: number, to: number): void {
  const isTicked = boxes[to]?.checked ?? true;
  for (const box of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) box.checked = isTicked;
}
