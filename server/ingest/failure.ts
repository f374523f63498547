import { sentences } from './failure-sentences.ts'

export type Facts = Record<string, unknown>

/** What is wrong with a file or one row of it; `row` counts the records of the layer from 1. */
export interface Fault {
  code: string
  pointer?: string
  row?: number
  message_zh: string
  message_en: string
  facts: Facts
}

/** A file that cannot be read as it is: `fault` is for the person who sent it, with what to choose in `facts`. */
export class IngestError extends Error {
  readonly fault: Fault
  constructor(code: string, facts: Facts = {}, pointer = '/file') {
    super(code)
    this.fault = fault(code, facts, { pointer })
  }
}

/** One fault with its sentence in both languages. An unknown code is a mistake in the program. */
export function fault(code: string, facts: Facts = {}, place: { pointer?: string; row?: number } = {}): Fault {
  const sentence = sentences[code]
  if (!sentence) throw new Error(`no sentence for ${code}`)
  const [message_zh, message_en] = sentence(facts)
  return { code, ...place, message_zh, message_en, facts }
}
