/** How much of one class of routes one caller, or one address of the public, may ask for: `quota` at once, earned anew within `window_seconds`. */
export interface Budget {
  name: string
  methods?: readonly string[]
  path: RegExp
  window_seconds: number
  /** Of one person, with all of their sessions and tokens. Null: counted by the address whoever asks. */
  caller: number | null
  /** Of one address (an IPv6 network of 64 bits) of the public: many people may share it. */
  address: number
  /** What succeeds is given back: only failures are counted. */
  failures_only?: boolean
}

const reading = ['GET', 'HEAD', 'OPTIONS'] as const

/** Asked for by machines that must not be turned away, or one line that stays open for hours. */
export const unlimited = /^\/(healthz|readyz|metrics|api\/live)\/?$/

/**
 * THE table of rate limits: the first line that fits a request is its budget. A window over the map asks for some 40 tiles, so a minute of wild panning
 * by one person is some 1,500. The setting RATE_LIMIT multiplies every quota. Copied in words in docs/operations.md.
 */
export const budgets: readonly Budget[] = [
  {
    name: 'sign-in',
    methods: ['POST'],
    path: /^\/api\/session(\/|$)/,
    window_seconds: 300,
    caller: null,
    address: 60,
    failures_only: true,
  },
  {
    name: 'citizen-reports',
    methods: ['POST'],
    path: /^\/api\/citizen-reports(\/|$)/,
    window_seconds: 3600,
    caller: null,
    address: 20,
  },
  {
    name: 'petitions',
    methods: ['POST'],
    path: /^\/api\/public\/petitions(\/|$)/,
    window_seconds: 3600,
    caller: null,
    address: 20,
  },
  { name: 'digs-near', path: /^\/api\/public\/digs-near\/?$/, window_seconds: 60, caller: null, address: 120 },
  { name: 'tiles', path: /^\/tiles\//, window_seconds: 60, caller: 3000, address: 6000 },
  {
    name: 'imports',
    methods: ['POST'],
    path: /^\/api\/(imports|attachments)(\/|$)/,
    window_seconds: 60,
    caller: 60,
    address: 10,
  },
  {
    name: 'exports',
    path: /^\/api\/(areas\/export$|imports\/[^/]+\/report\.csv$|audit\/verify$)/,
    window_seconds: 60,
    caller: 30,
    address: 10,
  },
  {
    name: 'area-queries',
    path: /^\/api\/(areas\/(query|stats)|clashes\/check|search)\/?$/,
    window_seconds: 60,
    caller: 300,
    address: 300,
  },
  { name: 'reads', methods: reading, path: /^\//, window_seconds: 60, caller: 1800, address: 1800 },
  { name: 'writes', path: /^\//, window_seconds: 60, caller: 600, address: 120 },
]

export function budgetOf(method: string, path: string): Budget | null {
  if (unlimited.test(path)) return null
  return budgets.find((one) => (!one.methods || one.methods.includes(method)) && one.path.test(path)) ?? null
}
