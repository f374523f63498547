/** One stroke, shape or word of a drawing, in points from its upper left corner. */
export type Mark =
  | { kind: 'path'; path: string; fill?: string; stroke?: string; width?: number; dash?: number; opacity?: number }
  | { kind: 'word'; text: string; x: number; y: number; size: number; colour?: string; turn?: number; align?: Align }
type Align = 'left' | 'center' | 'right'

/** A part of a page, from top to bottom. What is said is here; how it looks is the press's (server/documents/press-worker.mjs). */
export type Block =
  | { kind: 'head'; issuer: string; title: string; number: string }
  | { kind: 'heading'; text: string; size?: number; align?: Align; colour?: string }
  | { kind: 'line'; text: string; size?: number; align?: Align; bold?: boolean; colour?: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'items'; items: string[] }
  | { kind: 'facts'; rows: [string, string][]; size?: number; label_width?: number }
  | {
      kind: 'table'
      columns: { title: string; share: number; align?: Align }[]
      rows: string[][]
      last_is_total?: boolean
    }
  | { kind: 'drawing'; width: number; height: number; marks: Mark[]; alt: string }
  /** The last paragraph stands with the signature: a page never holds a seal alone. */
  | { kind: 'ending'; paragraph: string; lines: string[]; code: Code }
  | { kind: 'code'; code: Code; size: number }
  | { kind: 'page' }

/** A QR code: its modules as rows of 0 and 1, what it says in letters, and the words beside it. */
export interface Code {
  modules: string[]
  link: string
  captions: string[]
}

/** A document as the press takes it: no time and no chance in it, so the same sheet is the same bytes. */
export interface Sheet {
  title: string
  author: string
  created_at: string
  /** Left of the page number. */
  footer: string
  /** Across every page, for what has no legal force. */
  watermark: string | null
  blocks: Block[]
}
