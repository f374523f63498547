import { createCanvas } from '@napi-rs/canvas'
import { createRequire } from 'node:module'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** An independent reader of the PDFs we print (pdf.js), as a browser's viewer reads them. */
export interface ReadPdf {
  pages: number
  title: string
  language: string | null
  /** All words without blanks, in reading order. */
  text: string
  /** Glyphs drawn as .notdef: the empty box of a font that lacks a character. */
  missing_glyphs: number
  /** Whether screen readers find headings and tables. */
  tags: Set<string>
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await open(bytes)
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string | null } }
  const read: ReadPdf = {
    pages: pdf.numPages,
    title: info.Title,
    language: info.Language,
    text: '',
    missing_glyphs: 0,
    tags: new Set(),
  }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    read.text += items.map((item) => ('str' in item ? item.str : '')).join('')
    const { fnArray, argsArray } = await page.getOperatorList()
    fnArray.forEach((operator: number, i: number) => {
      if (operator !== OPS.showText) return
      for (const glyph of argsArray[i][0]) if (glyph?.originalCharCode === 0) read.missing_glyphs += 1
    })
    for (const role of rolesOf(await page.getStructTree())) read.tags.add(role)
  }
  read.text = read.text.replaceAll(/\s/g, '')
  await pdf.destroy()
  return read
}

// Its types name a default export that its CommonJS file does not have in Node.
const jsQR = createRequire(import.meta.url)('jsqr') as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

/** What a phone's camera reads on the first page that has a code. */
export async function scan(bytes: Uint8Array): Promise<string | undefined> {
  const pdf = await open(bytes)
  let found: string | undefined
  for (let number = 1; number <= pdf.numPages && !found; number++) found = await scanPage(await pdf.getPage(number))
  await pdf.destroy()
  return found
}

async function scanPage(page: PDFPageProxy): Promise<string | undefined> {
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({ canvasContext: context as never, canvas: canvas as never, viewport }).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(data, width, height)?.data
}

/** The fonts of a file as its own objects say: each with its program inside, and its name. */
export function fontsIn(bytes: Uint8Array): { name: string; embedded: boolean }[] {
  const raw = Buffer.from(bytes).toString('latin1')
  return [...raw.matchAll(/<<[^<>]*\/Type \/FontDescriptor[^]*?>>/g)].map(([text]) => ({
    name: /\/FontName \/(\S+)/.exec(text)![1]!,
    embedded: /\/FontFile[23]? \d+ 0 R/.test(text),
  }))
}

const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true }).promise

function rolesOf(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] }
  return [...(role ? [role] : []), ...children.flatMap(rolesOf)]
}
