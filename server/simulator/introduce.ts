import type { SimulatedKind } from './kinds.ts'

interface DemoAccount {
  role: string
  token: string
  organisation?: string
  utility_kind?: string
}

const words: Readonly<Record<SimulatedKind, RegExp>> = { water: /水|water/i, power: /电|power/i, gas: /气|gas/i }

/** For whoever named no token: that of the demo's utility of this kind (GET /api/demo/accounts). Throws a sentence when the demo is off. */
export async function demoToken(base_url: string, kind: SimulatedKind): Promise<string> {
  const answer = await reach(`${base_url}/api/demo/accounts`)
  if (!answer.ok) throw new Error('the demo is off there: give --token')
  const accounts = (await answer.json()) as DemoAccount[]
  const found = accounts.find(({ role, utility_kind, organisation }) => {
    return role === 'utility' && (utility_kind ? utility_kind === kind : words[kind].test(organisation ?? ''))
  })
  if (!found) throw new Error(`no demo account of a ${kind} utility there: give --token`)
  return found.token
}

/** Subscribes `url` to what concerns a utility's legs. The secret is shown once; `end` takes the subscription back. */
export async function subscribe(base_url: string, token: string, url: string) {
  const types = ['cn.dongtu.transfer.leg.*']
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const path = `${base_url}/api/subscriptions`
  const answer = await reach(path, { method: 'POST', headers, body: JSON.stringify({ url, types }) })
  const body = (await answer.json()) as { id?: string; secret?: string; detail?: string }
  if (!answer.ok || !body.secret) throw new Error(`the subscription was refused: ${body.detail ?? answer.status}`)
  const end = () => reach(`${path}/${body.id}`, { method: 'DELETE', headers }).then(() => undefined)
  return { secret: body.secret, end }
}

async function reach(url: string, init?: RequestInit): Promise<Response> {
  return fetch(url, init).catch(() => {
    throw new Error(`nobody answers at ${new URL(url).origin}: start the platform there, or give --base-url`)
  })
}
