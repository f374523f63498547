/** What an event tells the outside. `subject` is a public id; `type` is `noun.past_tense` without prefix and version. */
export interface EventFacts {
  id: string
  type: string
  district_code: number
  subject: string
  subject_version: number
  at: string
  /** Place in the district's sequence, once numbered. */
  seq?: number | string | null
  data?: Readonly<Record<string, unknown>>
}

export interface CloudEvent {
  specversion: '1.0'
  id: string
  source: string
  type: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence?: string
  data: { id: string; version: number } & Record<string, string | number | boolean>
}

const type_prefix = 'cn.dongtu.'

/** The type as subscribers write it: `cn.dongtu.project.granted.v1`. A type that already has prefix and version stays as it is. */
export function cloudEventType(type: string): string {
  const name = type.startsWith(type_prefix) ? type : type_prefix + type
  return /\.v\d+$/.test(name) ? name : `${name}.v1`
}

/**
 * The CloudEvents 1.0 envelope (structured JSON). `data` carries ids, codes, days and numbers only: whatever else stands in the event's own data is left
 * out here, so that no name and no text of a person can leave by accident. `sequence` orders a district's events as text.
 */
export function cloudEvent(event: EventFacts): CloudEvent {
  return {
    specversion: '1.0',
    id: event.id,
    source: `/districts/${event.district_code}`,
    type: cloudEventType(event.type),
    subject: event.subject,
    time: event.at,
    datacontenttype: 'application/json',
    ...(event.seq === undefined || event.seq === null ? {} : { sequence: String(event.seq).padStart(16, '0') }),
    data: { ...publicFacts(event.data ?? {}), id: event.subject, version: event.subject_version },
  }
}

/** Names under which an event may say something outside. Account and certificate numbers, keys and texts are not among them. */
const named = /^(?:number|reference|(?:[a-z]+_)*(?:id|kind|code|status|stage|card|from|to|on|at|version|reason))$/

/** An id, a code, a day or an instant: letters, digits and a few signs, no blank and no Chinese. */
const coded = /^[A-Za-z0-9][A-Za-z0-9_.:+-]{0,95}$/
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function publicFacts(data: Readonly<Record<string, unknown>>): Record<string, string | number | boolean> {
  const facts: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(data)) {
    if (!named.test(name)) continue
    if (typeof value === 'boolean') facts[name] = value
    if ((typeof value === 'number' || typeof value === 'string') && isCode(String(value))) facts[name] = value
  }
  return facts
}

/** Eleven digits and more are a telephone, an account or a person, whatever the field is called. */
const isCode = (text: string) => coded.test(text) && !/\d{11}/.test(text.replace(uuid, ''))
