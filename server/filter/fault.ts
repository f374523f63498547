import { field, Problem } from '../http/problem.ts'

/** Where in the request something stands: a JSON pointer and, in a text, the character (counted from 0 in UTF-16 units). */
export interface At {
  pointer: string
  position?: number
}

/** A filter that cannot be understood or does not fit what it filters: 422, naming the place in both languages. */
export function fault(at: At, code: string, message_zh: string, message_en: string): Problem {
  const place = at.position === undefined ? {} : { position: at.position }
  return new Problem(422, 'filter/invalid', {}, [{ ...field(at.pointer, code, message_zh, message_en), ...place }])
}
