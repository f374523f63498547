import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, projectRoot, read } from './tree.ts'

const documents = ['README.md', ...filesBelow('docs', /\.md$/), ...filesBelow('fixtures', /README\.md$/)]
const rooms = /^(server|web|sql|test|fixtures|docs|\.ci|\.config)\//

test('every path that a document cites exists', () => {
  const wrong: string[] = []
  for (const file of documents) {
    const cited = [...read(file).matchAll(/`([\w.@-]+\/[\w./@{},*<>-]+)`|\]\(([^)#\s]+)\)/g)].map(
      (match) => match[1] ?? match[2]!,
    )
    for (const path of cited) {
      if (/^https?:|[*<>{}]/.test(path)) continue
      const fromRoot = rooms.test(path) ? path : match(file, path)
      if (fromRoot && !existsSync(join(projectRoot, fromRoot))) wrong.push(`${file} cites ${path}`)
    }
  }
  expect(wrong).toEqual([])
})

/** A relative link is read from its document; a word with a slash that is no path of ours is prose. */
function match(file: string, path: string): string | null {
  if (path.startsWith('.') || /\.(md|png|json|ts|sql)$/.test(path)) return join(file, '..', path)
  return null
}
