/** Line icons on a 24-unit grid. They repeat what a word beside them says, so they are silent. */
const paths = {
  home: 'M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-6h4v6',
  list: 'M8.5 6.5h12M8.5 12h12M8.5 17.5h12M4 6.5h.1M4 12h.1M4 17.5h.1',
  comment: 'M4 5h16v11.5H10L5.5 20v-3.5H4z',
  people:
    'M12.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 20c.8-3.6 3.3-5.5 6.5-5.5s5.7 1.9 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 15c1.9.8 3 2.5 3.5 5',
  key: 'M13 11.5 20.5 4M17.5 7l2.5 2.5M15 9.5l2 2M13.5 15.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z',
  search: 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.5 15.5l5 5',
  eye: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  plus: 'M12 4.5v15M4.5 12h15',
  check: 'm4.5 12.5 5 5 10-11',
  cross: 'm6 6 12 12M18 6 6 18',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3h.1',
  leave: 'M10 4.5H5v15h5M14.5 8l4 4-4 4M18 12H9.5',
  back: 'M20 12H5M11 6l-6 6 6 6',
  forward: 'M4 12h15M13 6l6 6-6 6',
  down: 'm6 9.5 6 6 6-6',
  up: 'm6 14.5 6-6 6 6',
  grip: 'M9 6h.1M15 6h.1M9 12h.1M15 12h.1M9 18h.1M15 18h.1',
  pin: 'M9 4h6M10 4v6l-3 4h10l-3-4V4M12 14v6',
  front: 'M4 4.5h16v15H4zM4 9.5h16M13 9.5v10M6.5 13h4M6.5 16h4',
  undo: 'M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H8',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7v5.3l3.5 2',
  picture: 'M3.5 5h17v14h-17zM4 16.5l5-5 4 4 3-2.5 4 3.5M16.8 9a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0z',
  film: 'M3.5 5h17v14h-17zM10 9v6l5-3z',
  sound: 'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9.500a4 4 0 0 1 0 5M18 7a7.500 7.500 0 0 1 0 10',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  letter: 'M3.5 5.500h17v13h-17zM4 6.500l8 6.500 8-6.500',
  ad: 'M4 10v4h3l7 4.500V5.500L7 10zM17.500 9a4 4 0 0 1 0 6M7 14l1.500 5.500h2.500L9.800 15',
  page: 'M6 3.5h8.5L19 8v12.5H6zM14 3.500V8.500h5M9 12.500h7M9 16h7',
  menu: 'M3.5 6.5h17M3.5 12h17M3.5 17.5h17',
  place:
    'M12 21c4.5-4.6 6.8-8.2 6.8-11a6.8 6.8 0 1 0-13.6 0c0 2.8 2.3 6.4 6.8 11zM14.3 10a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0z',
  tag: 'M4 4h8l8.5 8.5-8 8L4 12zM8 8h.1',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
