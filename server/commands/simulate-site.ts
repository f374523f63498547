import { parseArgs } from 'node:util'
import { readings, type Measured } from '../simulator/site-readings.ts'

const usage = `npm run simulate-site -- --project prj_… --token … [options]
  --property dust|noise         what is measured (default dust)
  --over 20                     the last minutes are over the limit (default 0)
  --minutes 120                 how much of the past is sent first, a reading a minute
  --follow                      then go on, a reading a minute, until stopped
  --base-url http://127.0.0.1:8080   the platform
Registers a sensor at the dig as its promoter (token: GET /api/demo/accounts) and sends invented readings in the shape of SensorThings.`

const { values } = parseArgs({
  options: {
    project: { type: 'string' },
    token: { type: 'string' },
    property: { type: 'string', default: 'dust' },
    over: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '120' },
    follow: { type: 'boolean', default: false },
    'base-url': { type: 'string', default: 'http://127.0.0.1:8080' },
    help: { type: 'boolean', default: false },
  },
})
const units: Record<Measured, string> = { dust: 'µg/m³', noise: 'dB(A)' }
const property = values.property as Measured
const length = Number(values.minutes)
if (values.help || !values.project || !values.token || !units[property] || !(length >= 1 && length <= 1000)) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
const base = `${values['base-url'].replace(/\/$/, '')}/api/feeds`
await play().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})

async function play(): Promise<void> {
  const name = `simulated-${property}-${Date.now()}`
  const stream = await send<{ '@iot.id': string }>('/datastreams', {
    '@iot.id': name,
    name,
    unitOfMeasurement: { symbol: units[property] },
    ObservedProperty: { name: property },
    Sensor: { name: 'simulator' },
    Thing: { '@iot.id': values.project },
  })
  let from = Date.now() - length * 60_000
  for (;;) {
    const count = Math.floor((Date.now() - from) / 60_000)
    const moments = Array.from({ length: count }, (_, i) => new Date(from + (i + 1) * 60_000))
    if (count > 0) {
      const over_last_minutes = Number(values.over)
      const dataArray = readings(property, moments, { seed: 1, over_last_minutes }).map(({ at, result }) => [
        at,
        result,
      ])
      const components = ['phenomenonTime', 'result']
      console.log(await send('/observations', [{ Datastream: stream, components, dataArray }]))
      from = moments.at(-1)!.getTime()
    }
    if (!values.follow) return
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  }
}

async function send<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(base + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${values.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
  const read = (await answer.json()) as T & { detail?: string; code?: string }
  if (!answer.ok) throw new Error(`${path} was refused: ${read.code ?? answer.status} ${read.detail ?? ''}`)
  return read
}
