/** A part as a bar beside its number, for the eye alone: the number says it. */
export function Bar({ part, whole }: { part: number; whole: number }) {
  return (
    <svg
      className="fill-ink-3 block w-full h-2"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={whole === 0 ? 0 : (100 * part) / whole} height="8" />
    </svg>
  );
}
