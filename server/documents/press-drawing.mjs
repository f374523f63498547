// Vector drawings and QR codes: everything is a path or a word, so a print is sharp at any size.
export function setDrawing(doc, root, { width, height, marks, alt }) {
  const left = (doc.page.width - width) / 2
  const top = doc.y
  const draw = () => {
    doc.save()
    doc.rect(left, top, width, height).clip()
    doc.translate(left, top)
    for (const mark of marks) (mark.kind === 'word' ? setWord : setPath)(doc, mark)
    doc.restore()
  }
  root.add(doc.struct('Figure', { alt }, draw))
  doc.x = doc.page.margins.left
  doc.y = top + height + 8
}

function setPath(doc, { path, fill, stroke, width = 1, dash, opacity = 1 }) {
  doc
    .save()
    .lineWidth(width)
    .lineJoin('round')
    .lineCap(dash ? 'butt' : 'round')
    .opacity(opacity)
  if (dash) doc.dash(dash, { space: dash })
  doc.path(path)
  if (fill && stroke) doc.fillAndStroke(fill, stroke)
  else if (fill) doc.fill(fill, 'even-odd')
  else doc.stroke(stroke ?? '#1f1f1f')
  doc.restore()
}

// y is the baseline; the font's ascender is 1.16 of its size.
function setWord(doc, { text, x, y, size, colour = '#1f1f1f', turn = 0, align = 'left' }) {
  doc.save().font('regular').fontSize(size)
  const width = doc.widthOfString(text)
  const from = { left: x, center: x - width / 2, right: x - width }[align]
  if (turn) doc.rotate(turn, { origin: [x, y] })
  doc.fillColor(colour).text(text, from, y - size * 1.16, { lineBreak: false })
  doc.restore()
}

/** The code with its quiet zone, the words beside or below it, and the link as text for who cannot scan. */
export function setCode(doc, root, { modules, link, captions }, { x, y, size, centred = false }) {
  const step = size / (modules.length + 4)
  const draw = () => {
    doc.save().fillColor('#000000')
    for (const [row, cells] of modules.entries())
      for (const run of cells.matchAll(/1+/g))
        doc.rect(x + (run.index + 2) * step, y + (row + 2) * step, run[0].length * step, step)
    doc.fill().restore()
  }
  root.add(doc.struct('Figure', { alt: link }, draw))
  const width = centred ? Math.max(size, 360) : 190
  const left = centred ? x + (size - width) / 2 : x
  let top = y + size + 1
  for (const words of captions) {
    const write = () => {
      doc.font('regular').fontSize(8).fillColor('#404040')
      doc.text(words, left, top, { width, align: centred ? 'center' : 'left', lineGap: 1 })
    }
    root.add(doc.struct('P', write))
    top = doc.y
  }
  doc.x = doc.page.margins.left
  doc.y = top
}
