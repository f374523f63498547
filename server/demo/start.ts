import { randomBytes, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { systemActor } from '../access/actor.ts'
import { seal } from '../access/seal.ts'
import { createToken } from '../accounts/token.ts'
import { currentCalendar } from '../clocks/calendar.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Parts } from '../http/environment.ts'
import { readSetting, storeSetting } from '../settings/setting.ts'
import { startSimulatedUtilities, type PerKind } from '../simulator/start.ts'
import { generateDistrict } from './generate.ts'
import { loadDistrict } from './load.ts'
import { districtCode } from './organisations.ts'
import { demoAccountsKey } from './routes.ts'
import { demoSale, demoSaleKey } from './sale.ts'
import { utilityAccounts } from './utility-accounts.ts'

type Kind = 'water' | 'power' | 'gas'
const kinds: readonly Kind[] = ['water', 'power', 'gas']
const simulatorKey = 'demo.simulator'

export interface Demo {
  /** Starts the three simulated utilities against the listening server and tells the routes where they are. */
  begin(base_url: string): Promise<void>
  close(): Promise<void>
}
interface SimulatorSettings {
  tokens: Record<Kind, string>
  secrets: Record<Kind, string>
  organisations: Record<Kind, string>
  accounts: PerKind<{ account_no: string; holder_name: string; arrears_yuan: number }[]>
}

/**
 * The synthetic demo, if it is wanted: loaded once into a new database, remembered there, and refused on any address but
 * a loopback one. Returns null where there is none.
 */
export async function startDemo(parts: Parts, say: (text: string) => void): Promise<Demo | null> {
  const { config, run } = parts
  const remembered = (await readSetting(run, 'demo')) as { loaded: boolean } | null
  const wanted = config.DEMO ? config.DEMO === 'on' : remembered ? remembered.loaded : !config.DATABASE_URL
  if (!wanted) return (remembered ?? (await storeSetting(run, 'demo', { loaded: false })), null)
  if (!['127.0.0.1', 'localhost', '::1'].includes(config.HOST)) {
    say(`the demo has no secrets and runs on a loopback address only: off while HOST is ${config.HOST}`)
    return null
  }
  if (!remembered?.loaded) await load(parts, say)
  const simulator = (await readSetting(run, simulatorKey)) as SimulatorSettings
  let running: Awaited<ReturnType<typeof startSimulatedUtilities>> | null = null
  return {
    async begin(base_url) {
      running = await startSimulatedUtilities({
        base_url,
        tokens: simulator.tokens,
        webhook_secrets: simulator.secrets,
        accounts: simulator.accounts,
        is_open_book: true,
        journal_dir: resolve(config.DATA_DIR, 'simulator'),
      })
      const system = systemActor(districtCode)
      for (const kind of kinds) {
        const url = running.urls[kind]!
        const where = {
          district_code: districtCode,
          utility_id: simulator.organisations[kind],
          url: `${url}/precheck`,
          webhook: `${url}/webhooks`,
        }
        await run(system, async ({ tx }) => {
          await tx.run('demo/point_route', {
            district_code: where.district_code,
            utility_id: where.utility_id,
            url: where.url,
          })
          await tx.run('demo/point_subscription', {
            district_code: where.district_code,
            utility_id: where.utility_id,
            url: where.webhook,
          })
        })
      }
    },
    close: async () => running?.close(),
  }
}

async function load(parts: Parts, say: (text: string) => void): Promise<void> {
  const { run, clock } = parts
  const system = systemActor(districtCode)
  say('preparing the synthetic demo district …')
  const { calendar, rules } = await run(system, async (ctx) => ({
    calendar: await currentCalendar(ctx),
    rules: await ctx.tx.many('demo/list_rules', {}),
  }))
  const district = generateDistrict({ today: shanghaiDay(clock.now()), calendar, rules: rules as never })
  say(`loading ${district.dig_project.length} digs, ${district.home_unit.length} homes …`)
  await loadDistrict(parts, district)
  const accounts = utilityAccounts(district)
  await makeAccounts(parts, accounts)
  await storeSetting(run, demoSaleKey, demoSale(district))
  await storeSetting(run, 'demo', { loaded: true })
}

/** Tokens for everybody on the start page, and a subscription with a secret for each simulated utility. */
async function makeAccounts(parts: Parts, accounts: SimulatorSettings['accounts']): Promise<void> {
  const { run, keys } = parts
  const simulator = { tokens: {}, secrets: {}, organisations: {}, accounts } as SimulatorSettings
  const cards = await run(systemActor(districtCode), async (ctx) => {
    const shown = []
    for (const person of await ctx.tx.many('demo/list_people', { district_code: districtCode })) {
      const token = await createToken(ctx, {
        district_code: districtCode,
        person_id: person.id,
        label: 'demo',
        expires_at: null,
      })
      const { id: _id, organisation_id, login, ...card } = person
      shown.push({ ...card, token })
      const kind = kinds.find((one) => one === person.utility_kind)
      if (!kind || simulator.tokens[kind]) continue
      const secret = `whsec_${randomBytes(24).toString('base64')}`
      simulator.tokens[kind] = token
      simulator.secrets[kind] = secret
      simulator.organisations[kind] = organisation_id
      await ctx.tx.run('demo/insert_subscription', {
        district_code: districtCode,
        id: randomUUID(),
        organisation_id,
        url: 'http://127.0.0.1:9/not-started-yet',
        secret_sealed: seal(keys, secret),
        created_by: person.id,
        created_at: ctx.wall.toISOString(),
      })
      void login
    }
    return shown
  })
  await storeSetting(run, demoAccountsKey, cards)
  await storeSetting(run, simulatorKey, simulator)
}
