import { request, sendFile } from '../api.ts'
import { words, wordsFor } from '../i18n/index.ts'
import { standingHere } from '../map/standing.ts'
import { filesIn } from '../ui/files-in.ts'

/** One thing the server lets this caller do, or does not; the page draws it and never works it out. */
export type Action = {
  name: string
  href: string
  method: string
  allowed: boolean
  reason: string | null
  /** field → kind of input */
  input?: Record<string, string>
  /** of the row that would move; goes as If-Match */
  version?: number
}

/** The kinds of input a move asks for (server/machine): drawn as a field each. */
export type FieldKind =
  'text' | 'text_required' | 'number' | 'date' | 'datetime' | 'boolean' | 'items' | 'attachment' | 'choice' | 'geometry'
export type Field = { name: string; kind: FieldKind; isRequired: boolean; options: string[] }

/** What a button needs: its words, why it is off (or false), what it must ask first, and the act itself. */
export type Operation = {
  id: string
  /** `permit.grant`: the word in the catalogues */
  name: string
  /** carries the life on */
  isMain: boolean
  label: string
  disabled: false | string
  fields: Field[]
  /** what the server said, for a form of its own (forms.ts) */
  action: Action
  run: (form: FormData) => Promise<unknown>
}

/** The server's actions as operations. `version` goes as If-Match, so that a lost race is a 409 and not an overwrite. */
export function operationsOf(actions: readonly Action[]): Operation[] {
  const ordered = actions.toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
  return ordered.map((action) => {
    const fields = fieldsOf(action.input)
    return {
      id: idOf(action),
      name: action.name,
      isMain: isMain(action),
      label: words(`action.${action.name}`, action.name),
      disabled: action.allowed ? false : wordsFor(action.reason ?? undefined),
      fields,
      action,
      run: async (form) => {
        const values = { ...fixedOf(action.input), ...valuesOf(form, fields), ...(await filesOf(form, fields, action)) }
        return request(action.method, action.href, { body: values, version: action.version })
      },
    }
  })
}

/** Several operations may have one address; what is fixed about each tells them apart. No blank, for `aria-describedby`. */
function idOf({ name, href, input }: Action): string {
  const fixed = Object.values(input ?? {}).filter((kind) => kind.startsWith('fixed:'))
  return [href, ...(fixed.length > 0 ? [name, ...fixed] : [])].join('#')
}

// Only where a button stands and how loud it is: what carries the life on comes first.
const mainPath = new Set([
  'approval_item.ask',
  'approval_item.approve',
  'stop_order.acknowledge',
  'permit.apply',
  'permit.accept_application',
  'permit.supplement',
  'permit.grant',
  'permit.deliver',
  'works.start',
  'works.resume',
  'works.complete',
  'works.pass',
  'works.close',
  'utility_request.answer',
  'transfer.register_entry',
  'transfer_leg.acknowledge',
  'transfer_leg.settle',
  'transfer_leg.complete',
  'petition.grade',
  'petition.dispatch',
  'petition.answer',
  'petition.judge',
  'petition.dispatch_again',
  'petition.close',
  'detection.dispatch',
  'detection.verify',
  'detection.clear',
])
export const isMain = ({ name }: Pick<Action, 'name'>) => mainPath.has(name)

/** Fields as they are drawn; `choice:a,b,c` names its values after the colon, `fixed:a` is not asked. A kind we do not know is asked for as text. */
export function fieldsOf(input: Action['input']): Field[] {
  return Object.entries(input ?? {})
    .filter(([, text]) => fixed(text) === undefined)
    .map(([name, text]) => {
      const [word = 'text', values] = text.split(':')
      const kind = word.replace(/_required$/, '')
      return {
        name,
        kind: kind as FieldKind,
        isRequired: word.endsWith('_required'),
        options: values?.split(',') ?? [],
      }
    })
}

/** What the server has fixed about an act goes back to it as it came. */
function fixedOf(input: Action['input']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input ?? {}).flatMap(([name, text]) => {
      const value = fixed(text)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The value of an input that is not asked for, or undefined. */
export const fixed = (text: string | undefined): string | undefined =>
  text?.startsWith('fixed:') ? text.slice('fixed:'.length) : undefined

/** What a form holds as the server wants it: numbers as numbers, lists by line, an empty field left out. */
export function valuesOf(form: FormData, fields: readonly Field[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { name, kind } of fields) {
    const text = String(form.get(name) ?? '').trim()
    if (kind === 'boolean') values[name] = form.get(name) !== null
    else if (kind === 'attachment' || text === '') continue
    else if (kind === 'number') values[name] = Number(text)
    else if (kind === 'items')
      values[name] = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    else if (kind === 'geometry') Object.assign(values, groundOf(name, text, form))
    else if (kind === 'datetime') values[name] = `${text}:00+08:00`
    else values[name] = text
  }
  return values
}

/** Drawn ground (ground-field.tsx): the shape, and how wide a trench along a line is. */
function groundOf(name: string, text: string, form: FormData): Record<string, unknown> {
  const width = form.get('width_m')
  return { [name]: JSON.parse(text) as unknown, ...(width ? { width_m: Number(width) } : {}) }
}

/** The public id that the path of an action names. */
export const idIn = (href: string): string | undefined => /[a-z]{3}_\d{6}_[0-9a-f-]{36}/.exec(href)?.[0]

/** Files go to the one store first; the operation then names them as evidence. They belong to the subject that the path names. */
async function filesOf(form: FormData, fields: readonly Field[], { name: move, href }: Action) {
  const subject = idIn(href)
  const sent: Record<string, string[]> = {}
  for (const { name, kind } of fields) {
    if (kind !== 'attachment' || !subject) continue
    const files = filesIn(form.getAll(name))
    if (files.length > 0) sent[name] = await sendAll(subject, files, move.startsWith('works.'))
  }
  return sent
}

/** Photos of works say where they were taken, where the device knows: a place may ask for it (rule `works.proof`). */
async function sendAll(subject: string, files: readonly File[], isOnSite: boolean): Promise<string[]> {
  const where = isOnSite && files.some(({ type }) => type.startsWith('image/')) ? await standingHere(60_000) : null
  return Promise.all(files.map((file) => sendFile(subject, file, file.type.startsWith('image/') ? where : null)))
}
