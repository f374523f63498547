// How each block of a sheet looks. Sizes in points; colours dark enough for a copy in grey.
import { setDrawing, setCode } from './press-drawing.mjs'
import { setFacts, setTable } from './press-tables.mjs'

const ink = '#1f1f1f'
const red = '#b42318'

const setters = {
  head(doc, root, { issuer, title, number }) {
    text(doc, root, 'P', issuer, { font: 'bold', size: 20, colour: red, align: 'center' })
    doc.moveDown(0.2)
    rule(doc, red, 1.6)
    doc.moveDown(0.7)
    text(doc, root, 'H1', title, { font: 'bold', size: 17, align: 'center' })
    doc.moveDown(0.25)
    text(doc, root, 'P', number, { size: 11, align: 'center' })
    doc.moveDown(0.9)
  },
  heading(doc, root, { text: words, size = 12.5, align = 'left', colour }) {
    needs(doc, 60)
    doc.moveDown(0.35)
    text(doc, root, 'H2', words, { font: 'bold', size, align, colour })
    doc.moveDown(0.2)
  },
  line(doc, root, { text: words, size = 11, align = 'left', bold, colour }) {
    text(doc, root, 'P', words, { font: bold ? 'bold' : 'regular', size, align, colour })
    doc.moveDown(0.3)
  },
  paragraph(doc, root, { text: words }) {
    text(doc, root, 'P', words, { size: 11, indent: 22 })
    doc.moveDown(0.3)
  },
  items(doc, root, { items }) {
    for (const [i, item] of items.entries()) {
      text(doc, root, 'P', `${i + 1}．${item}`, { size: 11, indent: 22 })
      doc.moveDown(0.15)
    }
    doc.moveDown(0.15)
  },
  facts: setFacts,
  table: setTable,
  drawing(doc, root, block) {
    needs(doc, block.height + 8)
    setDrawing(doc, root, block)
  },
  /** The code to the left, who signs and the place of the seal to the right: never torn apart by a page. */
  ending(doc, root, { paragraph, lines, code }) {
    const { left: from, right: to } = edges(doc)
    doc.font('regular').fontSize(11)
    needs(doc, 134 + doc.heightOfString(paragraph, { width: to - from, indent: 22, lineGap: 3.5 }))
    setters.paragraph(doc, root, { text: paragraph })
    doc.moveDown(0.6)
    const { left, right } = edges(doc)
    const top = doc.y
    setCode(doc, root, code, { x: left, y: top, size: 84 })
    const width = 230
    const x = right - width
    placeOfSeal(doc, x + width / 2, top + 48)
    doc.x = x
    doc.y = top + 30
    for (const words of lines) {
      text(doc, root, 'P', words, { size: 12, align: 'center', x, width })
      doc.moveDown(0.3)
    }
    doc.x = left
    doc.y = Math.max(doc.y, top + 124)
  },
  code(doc, root, { code, size }) {
    needs(doc, size + 30)
    const { left, right } = edges(doc)
    setCode(doc, root, code, { x: (left + right - size) / 2, y: doc.y, size, centred: true })
  },
  page(doc) {
    doc.addPage()
  },
}

export function setBlock(doc, root, block) {
  setters[block.kind](doc, root, block)
}

function text(doc, root, tag, words, { font = 'regular', size, align, indent = 0, colour = ink, x, width }) {
  const { left, right } = edges(doc)
  const draw = () => {
    doc.font(font).fontSize(size).fillColor(colour)
    doc.text(words, x ?? left, doc.y, { width: width ?? right - left, align, indent, lineGap: size * 0.32 })
  }
  root.add(doc.struct(tag, draw))
}

function placeOfSeal(doc, x, y) {
  doc.markContent('Artifact', { type: 'Layout' })
  doc.save().lineWidth(0.7).dash(3, { space: 2.5 }).strokeColor('#c9837b').circle(x, y, 46).stroke().undash().restore()
  doc.font('regular').fontSize(8).fillColor('#a8584f')
  doc.text('（盖章处）', x - 46, y + 26, { width: 92, align: 'center', lineBreak: false })
  doc.endMarkedContent()
}

function rule(doc, colour, width) {
  const { left, right } = edges(doc)
  doc.markContent('Artifact', { type: 'Layout' })
  doc.save().lineWidth(width).strokeColor(colour).moveTo(left, doc.y).lineTo(right, doc.y).stroke().restore()
  doc.endMarkedContent()
}

const edges = (doc) => ({ left: doc.page.margins.left, right: doc.page.width - doc.page.margins.right })

/** Begins a new page when less than this is left of the present one. */
function needs(doc, height) {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage()
}
