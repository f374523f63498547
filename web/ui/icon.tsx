/** Line icons of the frame, drawn on a 24 grid; decoration only, so hidden from readers: the button says its name. */
const paths = {
  desk: 'M4 6h16M4 12h10M4 18h7M16.5 16.5l2 2 3.5-4',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  folder: 'M3 7a2 2 0 0 1 2-2h4l2 2.5h8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  swap: 'M7 4 3.5 7.5 7 11M4 7.5h14M17 13l3.5 3.5L17 20M20 16.5H6',
  clash: 'M4 18C8 18 8 6 12 6s4 12 8 12M4 12h3M17 12h3',
  area: 'M5 5l6-1.5L20 8l-2 10-9 2.5L4 13zM5 5v.01M20 8v.01M18 18v.01M9 20.5v.01M4 13v.01',
  import: 'M12 4v10M8 10.5l4 4 4-4M4 16v3a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-3',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  clipboard:
    'M9 4.5h6v3H9zM9 6H6.5A1.5 1.5 0 0 0 5 7.5v11A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5v-11A1.5 1.5 0 0 0 17.5 6H15M8.5 13l2.4 2.4 4.6-4.8',
  home: 'M4 11 12 4.5 20 11M6 9.8V19.5h12V9.8M10 19.5v-5h4v5',
  shield: 'M12 3.5 5 6v5.5c0 4.4 2.9 7.7 7 9 4.1-1.3 7-4.6 7-9V6zM9 12l2.2 2.2L15.2 10',
  people:
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3 19.5c.4-3.4 2.8-5.2 6-5.2s5.6 1.8 6 5.2M16 5.5a3 3 0 0 1 0 5.8M17.5 14.6c2 .6 3.2 2.3 3.5 4.9',
  hook: 'M12 3.5v8.2M12 11.7a3.8 3.8 0 1 1-3.6 5M9 6.5l3-3 3 3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  layers: 'M12 4 3.5 8.5 12 13l8.5-4.5zM4 12.5l8 4.3 8-4.3M4 16.2l8 4.3 8-4.3',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z',
  phone: 'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3zM10.5 18h3',
  forward: 'M5 5.5 13 12l-8 6.5zM17 5.5v13',
  person: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.5 20c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  pin: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0C5.5 15 12 21 12 21zM12 7.7a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2',
  file: 'M6.5 3.5h7L18.5 8.5v12h-12zM13.5 3.5v5h5',
  check: 'M5 12.5l4.5 4.5L19 7',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.2M12 17v.01',
  chevron: 'M9 5.5 15.5 12 9 18.5',
  target: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 2.5V7M12 17v4.5M2.5 12H7M17 12h4.5',
  leave: 'M14 4.5H6.5v15H14M10.5 12H20M16.8 8.5 20.3 12l-3.5 3.5',
  line: 'M5 18.5 10 9l5 5 4.5-8.5M5 18.5v.01M10 9v.01M15 14v.01M19.5 5.5v.01',
  circle: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 12v.01M12 12h7.3',
  undo: 'M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H9',
  siren: 'M6 18v-5a6 6 0 0 1 12 0v5M4 18h16v2.5H4zM12 2.5v2M4 6.5l1.6 1.2M20 6.5l-1.6 1.2M12 10v4',
  chart: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6M20 16V6',
  ruler: 'M3.5 15.5l12-12 5 5-12 12zM7 12l2 2M10 9l2 2M13 6l2 2',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
