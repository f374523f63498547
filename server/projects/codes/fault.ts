/** Why a text is not the code it should be: a stable code and words in both languages. */
export type CodeFault = { ok: false; code: string; message_zh: string; message_en: string }

/** Builds the refusal of a code. */
export function fault(code: string, message_zh: string, message_en: string): CodeFault {
  return { ok: false, code: `projects/${code}`, message_zh, message_en }
}
