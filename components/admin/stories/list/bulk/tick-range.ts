/** Gives every box of a range the state of the last one. Either end may come first. */
export function tickRange(boxes: readonly HTMLInputElement[], from: number, to: number): void {
  const isTicked = boxes[to]?.checked ?? true;
  for (const box of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) box.checked = isTicked;
}
