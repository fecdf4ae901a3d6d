const PERCENT = ['90', '', '120'];

/** Three steps, `0` to `2`; false for any other. */
export function setTextSize(step: string | null): boolean {
  const percent = PERCENT[Number(step ?? 1)];
  if (percent === undefined) return false;
  document.documentElement.style.fontSize = percent && `${percent}%`;
  return true;
}

/** The step that is shown: where nothing can be kept, nothing else knows it. */
export const currentTextSize = () => PERCENT.indexOf(document.documentElement.style.fontSize.slice(0, -1));
