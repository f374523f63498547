// A character that the font has no glyph for would be an empty box, and a name with a hole in it is a wrong name.
/** Rewrites every text of a sheet: a character the font lacks (some of Unicode's rarest) is said by its number, 〓(U+20BB7). */
export function knownTo(font) {
  const readText = (text) =>
    Array.from(text.normalize('NFC'), (sign) => {
      const code = sign.codePointAt(0)
      if (code === 0x0a || font.hasGlyphForCodePoint(code)) return sign
      if (code < 0x20 || (code >= 0xfe00 && code <= 0xfe0f)) return ''
      return `〓(U+${code.toString(16).toUpperCase()})`
    }).join('')
  const read = (value) => {
    if (typeof value === 'string') return readText(value)
    if (Array.isArray(value)) return value.map(read)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, read(one)]))
  }
  return read
}
