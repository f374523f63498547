import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { SimulatedAccount } from '../simulator/account-book.ts'
import { behaviours, type Behaviour } from '../simulator/behaviours.ts'
import { demoToken, subscribe } from '../simulator/introduce.ts'
import { simulated_kinds, type SimulatedKind } from '../simulator/kinds.ts'
import { startSimulatedUtilities } from '../simulator/start.ts'

const usage = `npm run simulate-utility -- --kind ${simulated_kinds.join('|')} [options]
  --port 0                      port on 127.0.0.1 (0: any free one)
  --behaviour prompt            ${behaviours.join(', ')}
  --base-url http://127.0.0.1:8080   the platform
  --token …                     the utility's token (default: that of the demo's utility of this kind)
  --secret whsec_…              the subscription's secret (default: it subscribes itself)
  --accounts file.json          [{account_no, holder_name, arrears_yuan?, is_restricted?}] (default: every account exists and owes nothing)
  --journal folder              what it remembers over a restart (default: nothing)
Settle a debt: POST /accounts/{no}/settle. Change its manners: POST /behaviour/{name}. See what it did: GET /.`

const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    port: { type: 'string', default: '0' },
    behaviour: { type: 'string', default: 'prompt' },
    'base-url': { type: 'string', default: 'http://127.0.0.1:8080' },
    token: { type: 'string' },
    secret: { type: 'string' },
    accounts: { type: 'string' },
    journal: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const kind = simulated_kinds.find((one) => one === values.kind)
const behaviour = behaviours.find((one) => one === values.behaviour)
if (values.help || !kind || !behaviour) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
await play(kind, behaviour).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})

async function play(kind: SimulatedKind, behaviour: Behaviour) {
  const base_url = values['base-url'].replace(/\/$/, '')
  const token = values.token ?? (await demoToken(base_url, kind))
  const accounts = values.accounts
    ? (JSON.parse(readFileSync(values.accounts, 'utf8')) as SimulatedAccount[])
    : undefined
  const webhook_secrets = { [kind]: values.secret ?? '' }
  const started = await startSimulatedUtilities({
    base_url,
    tokens: { [kind]: token },
    webhook_secrets,
    accounts: { [kind]: accounts },
    is_open_book: accounts === undefined,
    behaviours: { [kind]: behaviour },
    ports: { [kind]: Number(values.port) },
    journal_dir: values.journal,
  })
  const url = started.urls[kind]!
  const subscription = values.secret ? null : await subscribe(base_url, token, `${url}/webhooks`)
  if (subscription) started.utilities[kind]!.trust(subscription.secret)
  console.log(`simulating ${kind} at ${url} (${behaviour}): ${url}/precheck, ${url}/webhooks`)
  const leave = async () => {
    await subscription?.end().catch(() => undefined)
    await started.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave())
}
