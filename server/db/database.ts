/** One interface for both databases; only server/db knows which one it is talking to. */
export type Params = Record<string, unknown>

/** What runs inside one transaction. Named statements come from sql/<name>.sql. */
export interface Statements {
  /** Runs SQL text with positional values. Only server/db and server/filter may call it. */
  raw<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  /** Runs several statements without values (migrations, policies). */
  script(text: string): Promise<void>
}

export interface Database {
  kind: 'embedded' | 'postgis'
  /** One transaction: committed when `work` resolves, rolled back when it throws. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>
  /** Calls back on each notification. A hint only: polling is the truth. */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
