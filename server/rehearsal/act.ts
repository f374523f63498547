import type { App } from '../app.ts'
import { shiftDay, type Day } from '../clocks/working-days.ts'
import type { Random } from '../demo/random.ts'
import type { Action } from '../machine/machine.ts'
import type { Person } from './people.ts'

/** What the answers of a rehearsal were: moves made, moves that a guard held back, by code. */
export interface Tally {
  made: Record<string, number>
  held: Record<string, number>
}
interface Shown {
  sites: { id: string }[]
  actions: Action[]
}

/** How often people do what they may: what carries the life on often, what ends it seldom. */
const weights: Record<string, number> = {
  'project.cancel': 0.1,
  'permit.not_accept': 0.3,
  'permit.refuse': 0.4,
  'permit.withdraw_application': 0.1,
  'permit.revoke': 0.03,
  'permit.withdraw': 0.03,
  'permit.cancel_as_penalty': 0.03,
  'permit.deregister': 0.03,
  // without a file it is refused
  'permit.hand_in': 0.1,
  'mandate.give': 0.1,
  'mandate.withdraw': 0.1,
  'works.suspend': 0.3,
  'works.reject_acceptance': 0.5,
  'site.reopen': 0.2,
  'inspection.record': 0.5,
}
const usual = 4

interface Scene {
  app: App
  random: Random
  tally: Tally
  today: Day
}

/** One person does one thing to one dig, as the server offers it to them: read, choose, post. Returns whether something was done. */
export async function act({ app, random, tally, today }: Scene, person: Person, project: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' }
  const read = await app.request(`/api/projects/${project}`, { headers })
  if (read.status !== 200) throw new Error(`a dig could not be read: ${read.status} ${await read.text()}`)
  const { actions, sites } = (await read.json()) as Shown
  const possible = actions.filter(({ allowed }) => allowed)
  if (possible.length === 0) return false
  const chosen = Number(random.weighted(Object.fromEntries(possible.map(({ name }, i) => [i, weights[name] ?? usual]))))
  const action = possible[chosen]!
  const answer = await app.request(action.href, {
    method: action.method,
    headers: { ...headers, ...(action.version === undefined ? {} : { 'if-match': `"${action.version}"` }) },
    body: JSON.stringify(bodyFor(action.input, { sites, random, today })),
  })
  if (answer.status >= 500) throw new Error(`${action.name} was answered ${answer.status}: ${await answer.text()}`)
  if (answer.status >= 400) {
    const { code } = (await answer.json()) as { code: string }
    count(tally.held, `${action.name} ${code}`)
    return false
  }
  count(tally.made, action.name)
  return true
}

export const count = (counts: Record<string, number>, name: string): void =>
  void (counts[name] = (counts[name] ?? 0) + 1)

/** A body for the fields that an action asks for; files, and what may be left out, are left out. */
function bodyFor(
  input: Record<string, string>,
  { sites, random, today }: Pick<Shown, 'sites'> & Pick<Scene, 'random' | 'today'>,
): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(input)) {
    const [word = 'text', values = ''] = text.split(/:(.*)/s)
    const kind = word.replace(/_required$/, '')
    const isRequired = word.endsWith('_required')
    if (kind === 'fixed') body[name] = values
    else if (kind === 'choice') body[name] = random.pick(values.split(','))
    else if (kind === 'items') body[name] = ['模拟事项']
    else if (kind === 'text' && isRequired) body[name] = '模拟理由'
    else if (kind === 'date' && isRequired) body[name] = shiftDay(today, random.between(3, 40))
    else if (kind === 'number' && isRequired) body[name] = random.between(1, 10)
    else if (kind === 'boolean') body[name] = true
    else if (kind === 'site' && sites.length > 0) body[name] = random.pick(sites).id
  }
  return body
}
