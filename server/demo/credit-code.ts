const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const bodyAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * A unified social credit code for an invented organisation: right in form and in both check characters (GB 32100-2015,
 * GB 11714), its body starting with DEM so that it can be no real registration.
 */
export function demoCreditCode(kind: 'company' | 'state-organ', number: number): string {
  const body = `DEM${String(number).padStart(5, '0')}`
  const start = `${kind === 'company' ? '91' : '11'}510116${body}${bodyCheck(body)}`
  const sum = [...start].reduce((total, character, i) => total + alphabet.indexOf(character) * (3 ** i % 31), 0)
  return start + alphabet[(31 - (sum % 31)) % 31]!
}

/** Check character of the nine-character organisation code (GB 11714-1997). */
function bodyCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * bodyAlphabet.indexOf(body[i]!), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}
