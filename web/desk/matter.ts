import type { Card, CardOwner } from '../projects/project.ts'

/** What waits for somebody: a clock that runs, with what it is about. */
export type Matter = {
  id: string
  subject_kind: string
  subject_id: string | null
  case_id: string | null
  project_id: string | null
  reference: string | null
  title_zh: string
  title_en: string
  due_on: string
  card: Card
  card_owner: CardOwner | null
  /** kind of the clock that runs */
  why: string
  basis_zh: string
  basis_en: string
  provisional: boolean
  center: [number, number] | null
  is_mine: boolean
  /** the next card and its day, if nothing is done */
  forecast: { card: 'yellow' | 'red'; on: string } | null
  project_kind: string | null
  town: { code: string; name_zh: string | null; name_en: string | null } | null
  /** the application behind it, when it is ours to decide */
  permit: { id: string; status: string; version: number } | null
}
