import { createReadStream } from 'node:fs'
import { IngestError } from './failure.ts'

export interface XmlToken {
  kind: 'open' | 'close' | 'text'
  /** Local name of a tag (no prefix), or the text. */
  value: string
  attributes?: string
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/y
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const textAtMost = 64e6

/**
 * The tags and texts of a UTF-8 XML file, in pieces as it is read. Entities of its own are refused (they are how XML bombs
 * are built), and so is a file that ends inside a tag.
 */
export async function* xmlTokens(path: string): AsyncGenerator<XmlToken[]> {
  let rest = ''
  for await (const chunk of createReadStream(path, {
    encoding: 'utf8',
    highWaterMark: 1 << 18,
  }) as AsyncIterable<string>) {
    const text = rest + chunk
    const tokens: XmlToken[] = []
    rest = text.slice(take(text, tokens))
    if (rest.length > textAtMost) throw new IngestError('imports/out-of-memory')
    yield tokens
  }
  if (rest.trim() !== '') throw new IngestError('imports/corrupt', { detail: `XML: ${rest.trim().slice(0, 60)}` })
}

/** Adds all whole tokens of `text`; answers up to where. */
function take(text: string, tokens: XmlToken[]): number {
  let at = 0
  for (;;) {
    const tag = text.indexOf('<', at)
    if (tag < 0) return at
    if (text.startsWith('<!DOCTYPE', tag)) throw new IngestError('imports/corrupt', { detail: 'XML: DOCTYPE' })
    markup.lastIndex = tag
    const match = markup.exec(text)
    if (!match) return at
    if (tag > at) tokens.push({ kind: 'text', value: decoded(text.slice(at, tag)) })
    addMarkup(match, tokens)
    at = markup.lastIndex
  }
}

function addMarkup([whole, slash, name, attributes, empty]: RegExpExecArray, tokens: XmlToken[]): void {
  if (whole.startsWith('<![CDATA[')) tokens.push({ kind: 'text', value: whole.slice(9, -3) })
  if (!name) return
  const value = name.slice(name.indexOf(':') + 1)
  if (!slash) tokens.push({ kind: 'open', value, attributes: attributes ?? '' })
  if (slash || empty) tokens.push({ kind: 'close', value })
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The value of one attribute of a tag. */
export const attribute = (attributes: string | undefined, name: string): string | undefined => {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes ?? '')
  return value ? decoded(value[1] ?? value[2] ?? '') : undefined
}
