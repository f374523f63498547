/** The first character by which a spreadsheet takes a text for a formula (OWASP), with the full-width forms it also accepts. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** One cell of CSV (RFC 4180). A text that a spreadsheet would run gets an apostrophe before it; a number of ours stays one. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of CSV with its end. */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Excel reads UTF-8 only after a byte order mark. */
export const byteOrderMark = '\uFEFF'
