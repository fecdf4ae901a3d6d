/** The toolbar's signs on a 24-unit grid; each button says its name besides. */
const paths = {
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h8M6 19h8M14 5l-4 14',
  h2: 'M4 6v12M12 6v12M4 12h8M15.5 11.5a2.2 2.2 0 1 1 4 1.3L15.5 18h5',
  h3: 'M4 6v12M12 6v12M4 12h8M15.8 9.5h4.4l-2.6 3.2a2.7 2.7 0 1 1-2.3 4.3',
  quote: 'M10 7c-3 .6-4.5 2.8-4.5 6.5h4.5V17h-4.5v-3.5M19 7c-3 .6-4.5 2.8-4.5 6.5H19V17h-4.5v-3.5',
  bullets: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  numbers: 'M10 6.5h10M10 12h10M10 17.5h10M4 5l1.5-.5v4.5M3.8 14.5c0-2 3-2 3 0 0 1.2-3 2-3 4h3.2',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0L5 13.3a4 4 0 0 0 5.7 5.7l1-1',
  picture: 'M3.5 5h17v14h-17zM4 16.5l5-5 4 4 3-2.5 4 3.5M16.8 9a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0z',
  gallery: 'M3.5 4h7v7h-7zM13.5 4h7v7h-7zM3.5 14h7v6h-7zM13.5 14h7v6h-7z',
  also: 'M4 5h12v14H6a2 2 0 0 1-2-2zM16 9h4v8a2 2 0 0 1-4 0zM7 9h6M7 12.5h6M7 16h4',
  card: 'M3.5 6h17v12h-17zM10 9.5v5l4.5-2.5z',
  pull: 'M4 5h16M4 19h16M8 9.5c-1.8.4-2.7 1.6-2.7 3.7H8V15M15 9.5c-1.8.4-2.7 1.6-2.7 3.7H15V15',
  correction: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4M13 20h7',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  rule: 'M4 12h16',
  undo: 'M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H8',
  redo: 'm16 5 4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h6',
  rowAfter: 'M4 4h16v7H4zM12 14v6M9 17h6',
  columnAfter: 'M4 4h7v16H4zM14 12h6M17 9v6',
  rowGone: 'M4 4h16v7H4zM9 17h6',
  columnGone: 'M4 4h7v16H4zM14 12h6',
  cross: 'm6 6 12 12M18 6 6 18',
} as const;

export type ToolIconName = keyof typeof paths;

export function ToolIcon({ icon }: { icon: ToolIconName | Readonly<{ path: string }> }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={typeof icon === 'string' ? paths[icon] : icon.path} />
    </svg>
  );
}
