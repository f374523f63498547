import { openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const usage = `npm run import -- FILE --target roads|networks|projects|detections|units|layer [options]
  --layer name            the name the layer gets (with --target layer)
  --source-layer name     the layer to read, where the file has several
  --crs EPSG:4544         only where the file does not say it; also GCJ-02 and BD-09
  --encoding gbk          only where the file does not say it
  --map field=column      a column for one of our fields (may be repeated); field:=value gives one value for all rows
  --mapping '{...}'       the same as JSON
  --partial               write the good rows when others are wrong (default: all or nothing)
  --audience staff        who sees an imported layer: organisation (default), staff, public
  --report file.csv       also write the report row by row there
  --url http://127.0.0.1:8080   the platform (or DONGTU_URL)
  --token …               whose import it is (or DONGTU_TOKEN)
  --targets               say what can be imported, with the fields of each target
The exit status is 0 when rows were written, 1 when the import failed, 2 when it was not understood.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: 'string' },
    layer: { type: 'string' },
    'source-layer': { type: 'string' },
    crs: { type: 'string' },
    encoding: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    mapping: { type: 'string' },
    partial: { type: 'boolean', default: false },
    audience: { type: 'string' },
    report: { type: 'string' },
    url: { type: 'string', default: process.env.DONGTU_URL ?? 'http://127.0.0.1:8080' },
    token: { type: 'string', default: process.env.DONGTU_TOKEN ?? '' },
    targets: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

interface Report {
  id: string
  status: 'queued' | 'running' | 'succeeded' | 'succeeded_with_notes' | 'failed'
  read: number
  written: number
  rejected: number
  total: number | null
  notes: { message_en: string; message_zh: string }[]
  errors: { row: number | null; code: string; pointer: string | null; message_en: string; message_zh: string }[]
}

const base = values.url.replace(/\/$/, '')
const isEnglish = !/^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '')
const sentence = (said: { message_en: string; message_zh: string }) => (isEnglish ? said.message_en : said.message_zh)

/** Sends the file, follows its import, prints the report; the exit status. */
async function importFile(path: string): Promise<number> {
  const form = new FormData()
  const fields = {
    target: values.target,
    layer: values.layer,
    source_layer: values['source-layer'],
    crs: values.crs,
    encoding: values.encoding,
    audience: values.audience,
    mode: values.partial ? 'partial' : 'all_or_nothing',
    mapping: mappingText(),
  }
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value)
  form.append('file', await openAsBlob(path), basename(path))
  const { id } = await call<Report>('/api/imports', { method: 'POST', body: form })
  const report = await follow(id)
  console.log(`${id} ${report.status}: ${report.read} read, ${report.written} written, ${report.rejected} refused`)
  for (const note of report.notes) console.log(`  * ${sentence(note)}`)
  for (const error of report.errors)
    console.log(`  ${error.row === null ? 'file' : `row ${error.row}`} ${error.pointer ?? ''} ${sentence(error)}`)
  if (values.report) await writeFile(values.report, await callText(`/api/imports/${id}/report.csv`))
  return report.status === 'failed' ? 1 : 0
}

async function follow(id: string): Promise<Report> {
  let said = ''
  for (;;) {
    const report = await patiently(() => call<Report>(`/api/imports/${id}`))
    const line = `${report.status} ${report.read}${report.total === null ? '' : ` / ${report.total}`}`
    if (line !== said && process.stderr.isTTY) process.stderr.write(`\r${line}   `)
    said = line
    if (report.status !== 'queued' && report.status !== 'running') {
      if (process.stderr.isTTY) process.stderr.write('\n')
      return report
    }
    await pause(500)
  }
}

/** A server that is being restarted is asked again for two minutes: the import goes on without us. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof TypeError) || tries > 60) throw error
      await pause(2000)
    }
  }
}

/** --mapping with each --map put over it: `name=列` names a column, `width_m:=2` gives one value. */
function mappingText(): string | undefined {
  if (!values.mapping && values.map.length === 0) return undefined
  const mapping = (values.mapping ? JSON.parse(values.mapping) : {}) as Record<string, unknown>
  for (const entry of values.map) {
    const match = /^(\w+)(:?=)(.+)$/.exec(entry)
    if (!match) throw new Error(`--map ${entry}: write field=column or field:=value`)
    mapping[match[1]!] = match[2] === '=' ? match[3] : { value: match[3] }
  }
  return JSON.stringify(mapping)
}

async function sayTargets(): Promise<void> {
  const { targets } = await call<{ targets: { name: string; title_zh: string; fields: Field[] }[] }>(
    '/api/imports/targets',
  )
  for (const { name, title_zh, fields } of targets) {
    console.log(`${name} ${title_zh}`)
    for (const field of fields)
      console.log(`  ${field.required ? '*' : ' '} ${field.name} (${field.type}) ${field.title_zh} / ${field.title_en}`)
  }
}
interface Field {
  name: string
  type: string
  required: boolean
  title_zh: string
  title_en: string
}

const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => (await answered(path, init)).json() as T
const callText = async (path: string): Promise<string> => (await answered(path, {})).text()

async function answered(path: string, init: RequestInit): Promise<Response> {
  if (!values.token) throw new Error('say whose import it is: --token or DONGTU_TOKEN')
  const answer = await fetch(base + path, { ...init, headers: { authorization: `Bearer ${values.token}` } })
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string; errors?: FieldFault[] }
  const errors = (problem.errors ?? []).map(({ pointer, message }) => `\n  ${pointer} ${message}`).join('')
  throw new Error(`${answer.status} ${problem.code ?? ''} ${problem.detail ?? ''}${errors}`)
}
interface FieldFault {
  pointer: string
  message: string
}

try {
  if (values.targets) await sayTargets()
  else if (values.help || positionals.length !== 1 || !values.target) {
    console.log(usage)
    process.exitCode = values.help ? 0 : 2
  } else process.exitCode = await importFile(positionals[0]!)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
