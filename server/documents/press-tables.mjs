// Rows that keep together, in two widths of line: a name and its fact, and tables with a head on every page.
const ink = '#1f1f1f'
const faint = '#8c8c8c'
const pad = 3.4

export function setFacts(doc, root, { rows, size = 10.5, label_width = 96 }) {
  const { left, width } = room(doc)
  const table = doc.struct('Table')
  root.add(table)
  for (const [label, fact] of rows)
    setRow(doc, table, [
      { text: label, x: left, width: label_width, font: 'bold', tag: 'TH', size },
      { text: fact || '—', x: left + label_width, width: width - label_width, font: 'regular', tag: 'TD', size },
    ])
  table.end()
  doc.x = left
  doc.moveDown(0.6)
}

export function setTable(doc, root, { columns, rows, last_is_total = false }) {
  const { left, width } = room(doc)
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = left
  const places = columns.map(({ share, align = 'left' }) => {
    const place = { x, width: (width * share) / whole, align, size: 9 }
    x += place.width
    return place
  })
  const table = doc.struct('Table')
  root.add(table)
  const head = () =>
    setRow(
      doc,
      table,
      columns.map(({ title }, i) => ({ ...places[i], text: title, font: 'bold', tag: 'TH', fill: '#f0f0f0' })),
    )
  head()
  for (const [i, row] of rows.entries()) {
    const font = last_is_total && i === rows.length - 1 ? 'bold' : 'regular'
    setRow(
      doc,
      table,
      row.map((text, column) => ({ ...places[column], text, font, tag: column === 0 ? 'TH' : 'TD' })),
      head,
    )
  }
  table.end()
  doc.x = left
  doc.moveDown(0.6)
}

function setRow(doc, table, cells, onNewPage) {
  const height = Math.max(...cells.map((cell) => heightOf(doc, cell))) + 2 * pad
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) {
    doc.addPage()
    onNewPage?.()
  }
  const top = doc.y
  const row = doc.struct('TR')
  table.add(row)
  for (const cell of cells) {
    doc.markContent('Artifact', { type: 'Layout' })
    doc.lineWidth(0.5).rect(cell.x, top, cell.width, height)
    if (cell.fill) doc.fillAndStroke(cell.fill, faint)
    else doc.strokeColor(faint).stroke()
    doc.endMarkedContent()
    const draw = () => {
      doc.font(cell.font).fontSize(cell.size).fillColor(ink)
      doc.text(cell.text, cell.x + pad, top + pad, {
        width: cell.width - 2 * pad,
        align: cell.align ?? 'left',
        lineGap: 1.5,
      })
    }
    row.add(doc.struct(cell.tag, draw))
  }
  row.end()
  doc.y = top + height
}

function heightOf(doc, { text, font, size, width }) {
  doc.font(font).fontSize(size)
  return doc.heightOfString(text, { width: width - 2 * pad, lineGap: 1.5 })
}

const room = (doc) => ({
  left: doc.page.margins.left,
  width: doc.page.width - doc.page.margins.left - doc.page.margins.right,
})
