const drawings = {
  archive: 'M4 6.5h16v13H4zM4 10.5h16M8.5 3.5v5M15.5 3.5v5',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  copy: 'M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 1 0-5.7-5.7L12.5 6M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 1 0 5.7 5.7l1.1-1.3',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  facebook:
    'M13.5 21v-7.5H16l.5-3h-3V8.6c0-.9.4-1.6 1.7-1.6h1.4V4.2C16.2 4.1 15.4 4 14.6 4c-2.5 0-4.1 1.5-4.1 4.2v2.3H7.8v3h2.7V21z',
  menu: 'M3.5 6.5h17M3.5 12h17M3.5 17.5h17',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 20.5c1.2-4 4.3-6 8-6s6.8 2 8 6',
  place:
    'M12 21c4.5-4.6 6.8-8.2 6.8-11a6.8 6.8 0 1 0-13.6 0c0 2.8 2.3 6.4 6.8 11zM14.3 10a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0z',
  print: 'M7 8V3.500h10V8M7 17H4V8.500h16V17h-3M7 14h10v6.500H7z',
  save: 'M6.5 3.500h11v17L12 16.500l-5.500 4z',
  search: 'M17 10.500a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.5 15.500l5 5',
  send: 'M12 15V3.500M7.5 8 12 3.5 16.5 8M5 12.500V20h14v-7.5',
  whatsapp:
    'M3.5 20.5 4.8 16A8.5 8.5 0 1 1 8 19.200zM9 8.500c.4 3 2.6 5.3 6 6.200l1.2-1.6-2.2-1.2-1 .9c-1-.5-1.7-1.3-2.1-2.200l.9-.9-.9-2.100z',
  x: 'M4.5 4.5 19.5 19.500M19 4.5 5 19.5',
} as const;

/** A line drawing beside a word; never the word itself. */
export function Icon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
