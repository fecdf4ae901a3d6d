/**
 * Lets the strip pass slowly, to and fro, where there is more of it than fits. It stands while a pointer or the focus
 * is on it, when its button says so, and always for whoever asks for less motion.
 */
export function enhanceHeadlines(): void {
  const list = document.querySelector<HTMLElement>('[data-moves]');
  const button = list?.parentElement?.querySelector<HTMLButtonElement>('[data-stop]');
  if (!list || !button || list.scrollWidth <= list.clientWidth) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;

  let way = 1;
  let moves = true;
  const isLookedAt = () => list.matches(':hover, :focus, :focus-within');
  button.hidden = false;
  // Snapping would hold it at the first line.
  list.style.scrollSnapType = 'none';
  button.addEventListener('click', () => {
    moves = !moves;
    button.textContent = (moves ? button.dataset.stop : button.dataset.go) ?? '';
  });
  setInterval(() => {
    if (!moves || isLookedAt() || document.hidden) return;
    const before = list.scrollLeft;
    list.scrollLeft += way;
    if (list.scrollLeft === before) way = -way;
  }, 40);
}
