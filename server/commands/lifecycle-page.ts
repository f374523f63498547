import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../db/root.ts'
import type { Machine, Move } from '../machine/machine.ts'
import { machines } from '../machines.ts'

type AnyMachine = Machine<string>
interface RuleRow {
  jurisdiction: string
  key: string
  valid_from: string
  value: Record<string, unknown>
  unit: string | null
  basis_zh: string
  basis_en: string
}
type Words = Record<string, string>

/** The text of docs/lifecycle.md: every machine as a diagram and a table, from the move tables, the nation's rules and the words of the page. */
export function lifecyclePage(): string {
  const { rules, words } = readReference()
  return [
    '# The life of a dig, as the code has it',
    '',
    'Written by `npm run gen` from the move tables (`states.ts` of every room), the rules in `sql/data/rules` and the words of the page. Not edited by hand: a test fails when it is stale.',
    '',
    'A move is possible from its states, for its roles, when nothing holds it back; it starts, stops, pauses and resumes the clocks named. Limits are those of the nation (CN); narrower jurisdictions may promise shorter ones.',
    '',
    ...machines.flatMap((machine) => [...section(machine as AnyMachine, rules, words), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function section(machine: AnyMachine, rules: Map<string, RuleRow>, words: Words): string[] {
  const moves = Object.entries(machine.moves)
  return [
    `## ${machine.subject_kind}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...moves.flatMap(([name, { from, to }]) => from.map((state) => `  ${state} --> ${to}: ${name}`)),
    '```',
    '',
    '| move | 动作 | from | to | by | held back by | clocks | legal basis | event |',
    '|---|---|---|---|---|---|---|---|---|',
    ...moves.map(([name, move]) => row(machine, name, move, rules, words)),
  ]
}

function row(machine: AnyMachine, name: string, move: Move<string>, rules: Map<string, RuleRow>, words: Words): string {
  const rule = rules.get(move.basis)
  const cells = [
    `\`${name}\``,
    words[`action.${machine.subject_kind}.${name}`] ?? '',
    move.from.join(', '),
    move.to,
    move.by.join(', '),
    (move.guards ?? []).map((code) => `${words[`code.${code}`] ?? ''} \`${code}\``).join('<br>'),
    clocksOf(move, rules),
    rule ? `${rule.basis_zh} · ${rule.basis_en}` : '',
    `\`${move.event}\``,
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function clocksOf(move: Move<string>, rules: Map<string, RuleRow>): string {
  const some = (verb: string, kinds: readonly string[] = []) => kinds.map((kind) => `${verb} \`${kind}\``)
  return [
    ...(move.starts ?? []).map(({ kind, owner }) => `starts \`${kind}\` (${owner}${limitOf(rules.get(kind))})`),
    ...some('stops', move.stops),
    ...some('pauses', move.pauses),
    ...some('resumes', move.resumes),
    ...some('cancels', move.cancels),
    ...some('reopens', move.reopens),
  ].join('<br>')
}

function limitOf(rule: RuleRow | undefined): string {
  const limit = rule?.value.statutory ?? rule?.value.promised ?? rule?.value.months
  return typeof limit === 'number'
    ? `: ${limit} ${rule?.value.months === limit ? 'months' : (rule?.unit ?? '').replace('_', ' ')}`
    : ''
}

function readReference(): { rules: Map<string, RuleRow>; words: Words } {
  const folder = join(projectRoot, 'sql/data/rules')
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RuleRow[])
    .filter(({ jurisdiction }) => jurisdiction === 'CN')
    .sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  const zh = JSON.parse(readFileSync(join(projectRoot, 'web/i18n/zh-CN.json'), 'utf8')) as object
  return { rules: new Map(rows.map((rule) => [rule.key, rule])), words: flat(zh) }
}

function flat(tree: object, prefix = ''): Words {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value as object, `${prefix}${key}.`)),
    ),
  )
}
