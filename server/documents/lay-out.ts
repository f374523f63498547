import type { Content } from './content.ts'
import { coordinateBlocks } from './coordinates.ts'
import { codeOf } from './code.ts'
import { mapExtract } from './map-extract.ts'
import type { Block, Sheet } from './sheet.ts'

export const demoMark = '演示　不具法律效力'

/** A paper as the press takes it. The same words and the same link are the same sheet. */
export function layOut(content: Content, link: string): Sheet {
  const { title, issuer, number, is_demo } = content
  return {
    title: `${title}（${number}）`,
    author: issuer,
    created_at: content.issued_at,
    footer: `${number}${is_demo ? '　演示' : ''}`,
    watermark: is_demo ? demoMark : null,
    blocks: [...withEnding(words(content), content, link), ...annex(content)],
  }
}

function words(content: Content): Block[] {
  const { issuer, title, number, is_demo, addressee, body, items, facts, conditions, after, appeal, replaces } = content
  const say = (texts: string[]) => texts.map((text): Block => ({ kind: 'paragraph', text }))
  const list = (texts: string[]): Block[] => (texts.length > 0 ? [{ kind: 'items', items: texts }] : [])
  return [
    { kind: 'head', issuer: is_demo && !issuer.includes('演示') ? `${issuer}（演示）` : issuer, title, number },
    { kind: 'line', text: `${addressee}：` },
    ...say(body),
    ...list(items),
    ...(facts.length > 0 ? [{ kind: 'facts', rows: facts } satisfies Block] : []),
    ...(conditions ? [{ kind: 'heading', text: conditions.heading } satisfies Block, ...list(conditions.items)] : []),
    ...say(after),
    ...(appeal ? say([appeal]) : []),
    ...(replaces ? say([replaces]) : []),
  ]
}

/** The signature takes the last paragraph with it. */
function withEnding(blocks: Block[], { issuer, issued_on }: Content, link: string): Block[] {
  const last = blocks.at(-1)
  const isText = last?.kind === 'paragraph'
  const code = codeOf(link, ['扫码核验本文书', link])
  const ending: Block = { kind: 'ending', paragraph: isText ? last.text : '', lines: [issuer, issued_on], code }
  return [...(isText ? blocks.slice(0, -1) : blocks), ending]
}

function annex({ map }: Content): Block[] {
  if (!map) return []
  return [{ kind: 'page' }, { kind: 'heading', text: map.heading }, mapExtract(map), ...coordinateBlocks(map.dig)]
}
