/** One thing wrong with the input: where (JSON pointer), what (stable code), and a sentence in both languages. */
export interface FieldError {
  pointer: string
  code: string
  message: string
  message_zh?: string
  message_en?: string
}

/** An answer that is a refusal (RFC 9457). `code` is stable and translated in web/i18n; `facts` may be shown to the caller. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Record<string, unknown>
  readonly errors: FieldError[]
  constructor(status: number, code: string, facts: Record<string, unknown> = {}, errors: FieldError[] = []) {
    super(code)
    this.status = status
    this.code = code
    this.facts = facts
    this.errors = errors
  }
}

/** Absent, or not the caller's to know: the two answers are the same on purpose. */
export const notFound = (what: string) => new Problem(404, `${what}/not-found`)
export const wrongState = (room: string, facts: Record<string, unknown>) =>
  new Problem(409, `${room}/wrong-state`, facts)
export const changedSince = (room: string, facts: Record<string, unknown> = {}) =>
  new Problem(409, `${room}/changed-since`, facts)
export const invalid = (code: string, errors: FieldError[]) => new Problem(422, code, {}, errors)

/** One field error in both languages. */
export const field = (pointer: string, code: string, message_zh: string, message_en: string): FieldError => ({
  pointer,
  code,
  message: message_en,
  message_zh,
  message_en,
})

/** What a rule of shapes found, as the error of a field. */
export const fieldOf = ({
  pointer,
  code,
  message_zh,
  message_en,
}: Omit<FieldError, 'message'> & { message_zh: string; message_en: string }): FieldError =>
  field(pointer, code, message_zh, message_en)
