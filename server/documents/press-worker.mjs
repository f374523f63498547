// Sets sheets (server/documents/sheet.ts) as PDF in a thread of its own: shaping and subsetting a font of 30,000 glyphs takes longer than a request may wait.
// Plain JavaScript: it starts the same way from source and from the build.
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { openSync } from 'fontkit'
import PDFDocument from 'pdfkit'
import { setBlock } from './press-blocks.mjs'
import { knownTo } from './press-text.mjs'

const margin = 62
const require = createRequire(import.meta.url)
const fonts = {
  regular: openSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
  bold: openSync(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
}
const readable = knownTo(fonts.regular)

parentPort.on('message', async ({ id, sheet }) => {
  try {
    const bytes = await setSheet(readable(sheet))
    parentPort.postMessage({ id, bytes }, [bytes.buffer])
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.stack ?? error) })
  }
})

/** One sheet → the bytes of a tagged PDF with both fonts as subsets. */
async function setSheet(sheet) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    bufferPages: true,
    autoFirstPage: false,
    font: fonts.regular,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.author, Producer: 'Dongtu', CreationDate: new Date(sheet.created_at) },
  })
  const collected = collect(doc)
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of sheet.blocks) setBlock(doc, root, block)
  root.end()
  dress(doc, sheet)
  doc.end()
  return collected
}

function collect(doc) {
  const chunks = []
  doc.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}

/** What every page carries: its number, whose paper it is, and the watermark. Artifacts: a screen reader passes over them. */
function dress(doc, { footer, watermark }) {
  const { start, count } = doc.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i)
    const { width, height } = doc.page
    // below the lower margin a text would open a new page
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    if (watermark) {
      doc.save().rotate(-32, { origin: [width / 2, height / 2] })
      doc.font('bold').fontSize(46).fillColor('#b42318').fillOpacity(0.07)
      doc.text(watermark, 0, height / 2 - 30, { width, align: 'center', lineBreak: false })
      doc.restore().fillOpacity(1)
    }
    doc.font('regular').fontSize(8.5).fillColor('#595959')
    doc.text(footer, margin, height - 44, { width: width - 2 * margin - 110, height: 12, ellipsis: true })
    doc.text(`第 ${i + 1} 页　共 ${count} 页`, width - margin - 110, height - 44, { width: 110, align: 'right' })
    doc.endMarkedContent()
    doc.page.margins.bottom = margin
  }
}
