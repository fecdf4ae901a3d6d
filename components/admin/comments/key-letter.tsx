/** The key that presses a button, for sighted users. */
export function Key({ letter }: { letter: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{letter}</kbd>
    </span>
  );
}
