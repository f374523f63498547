import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { stage, type Stage } from '../transfers/stage.ts'
import { publicId } from '../../server/http/public-id.ts'
import { world, type Client, type Member } from '../world.ts'
import { matrix, type Caller } from './matrix.ts'

const trench = {
  type: 'LineString',
  coordinates: [
    [103.92, 30.57],
    [103.922, 30.571],
  ],
}
const plan = {
  name: '测试路给水管',
  kind: 'pipeline_works',
  geometry: trench,
  width_m: 1.2,
  planned_from: '2026-03-10',
  planned_to: '2026-04-30',
}

let s: Stage
let clients: Record<Caller, Client>
let promoter: Member

beforeAll(async () => {
  s = await stage()
  const away = await world()
  promoter = await s.member('promoter')
  await s.look(({ tx }) =>
    tx.raw(
      `insert into network_segment (district_code, id, utility_id, theme, geom, geom_3857, length_m, updated_at) values ($1, $2, $3, 'gas', st_setsrid(st_geomfromgeojson($4), 4490), st_transform(st_setsrid(st_geomfromgeojson($4), 4490), 3857), st_length((st_setsrid(st_geomfromgeojson($4), 4490))::geography), '2026-01-01')`,
      [s.district_code, randomUUID(), s.utilities.gas.organisation_id, JSON.stringify(trench)],
    ),
  )
  clients = {
    'own promoter': s.as(promoter),
    'other promoter': s.as(await s.member('promoter', { another: true })),
    authority: s.as(await s.member('authority')),
    'authority elsewhere': away.as(await away.member('authority')),
    inspector: s.as(await s.member('inspector')),
    'inspector elsewhere': away.as(await away.member('inspector')),
    'own utility': s.as(s.utilities.gas),
    'other utility': s.as(await s.member('utility', { another: true, utility_kind: 'gas' })),
    planner: s.as(await s.member('planner')),
    'own registry': s.as(s.registry),
    'other registry': s.as(await s.member('registry', { another: true })),
    auditor: s.as(await s.member('auditor')),
    admin: s.as(await s.member('admin')),
    public: s.as(null),
  }
})

const owner = () => clients['own promoter']
const dig = async () => (await owner().post('/api/projects', plan)).body.id as string
async function application(): Promise<string> {
  return (await owner().post(`/api/projects/${await dig()}/apply`)).body.id
}
async function request(): Promise<string> {
  const id = await dig()
  await owner().post(`/api/projects/${id}/apply`)
  await s.relay()
  const { requests } = (await clients['own utility'].get(`/api/requests?project_id=${id}`)).body
  return requests[0].id
}

/** Prepares a fresh object of the owner and answers what a caller then asks of it. */
const operations: Record<string, () => Promise<(caller: Client) => Promise<{ status: number }>>> = {
  'read a planned dig': async () => {
    const id = await dig()
    return (caller) => caller.get(`/api/projects/${id}`)
  },
  'read the lives of its ground': async () => {
    const id = await dig()
    return (caller) => caller.get(`/api/projects/${id}/geometries`)
  },
  'read its fees': async () => {
    const id = await dig()
    return (caller) => caller.get(`/api/projects/${id}/fees`)
  },
  'read its guarantee': async () => {
    const id = await dig()
    return (caller) => caller.get(`/api/projects/${id}/guarantee`)
  },
  'cancel the dig': async () => {
    const id = await dig()
    return (caller) => caller.post(`/api/projects/${id}/cancel`, { reason: '不再需要' })
  },
  'apply for the permit': async () => {
    const id = await dig()
    return (caller) => caller.post(`/api/projects/${id}/apply`)
  },
  'accept the application': async () => {
    const id = await application()
    return (caller) => caller.post(`/api/permits/${id}/accept-application`)
  },
  'note something internally': async () => {
    const id = await dig()
    return (caller) => caller.post(`/api/projects/${id}/comments`, { body: '注意' })
  },
  'answer the request': async () => {
    const id = await request()
    return (caller) => caller.post(`/api/requests/${id}/answer`, { response_code: 'marked' })
  },
  'read the transfer': async () => {
    const { id } = await s.open()
    return (caller) => caller.get(`/api/transfers/${id}`)
  },
  'read the audit': async () => (caller) => caller.get('/api/audit'),
  'invite somebody': async () => {
    const { organisation_id } = await s.member('admin')
    return (caller) =>
      caller.post('/api/accounts/invitations', {
        organisation_id: publicId('org', s.district_code, organisation_id!),
        role: 'admin',
      })
  },
  'read the open invitations': async () => (caller) => caller.get('/api/accounts/invitations'),
  'take an invitation back': async () => {
    const { organisation_id } = await s.member('admin')
    const organisation = publicId('org', s.district_code, organisation_id!)
    await clients.admin.post('/api/accounts/invitations', { organisation_id: organisation, role: 'admin' })
    const { invitations } = (await clients.admin.get('/api/accounts/invitations')).body
    return (caller) => caller.request('DELETE', `/api/accounts/invitations/${invitations[0].id}`)
  },
  'end an account': async () => {
    const { id } = await s.member('planner', { another: true })
    return (caller) => caller.post(`/api/accounts/people/${publicId('psn', s.district_code, id!)}/disable`)
  },
  'revoke a token': async () => {
    await owner().post('/api/accounts/tokens', { label: '程序' })
    const { tokens } = (await owner().get('/api/accounts/tokens')).body
    const made = tokens.find(({ label }: { label: string }) => label === '程序')
    return (caller) => caller.request('DELETE', `/api/accounts/tokens/${made.id}`)
  },
  'create an organisation': async () => (caller) =>
    caller.post('/api/accounts/organisations', { kind: 'promoter', name_zh: '甲', name_en: 'A' }),
}

describe.each(matrix)('$operation', ({ operation, expected }) => {
  test('everybody is answered as the matrix says; those who may not go first', async () => {
    const ask = await operations[operation]!()
    const callers = (Object.keys(expected) as Caller[]).sort((a, b) => expected[b] - expected[a])
    const got: Partial<Record<Caller, number>> = {}
    for (const caller of callers)
      got[caller] = (
        await (
          expected[caller] < 300 && callers.filter((c) => expected[c] < 300).length > 1
            ? await operations[operation]!()
            : ask
        )(clients[caller])
      ).status
    expect(got).toEqual(expected)
  })
})
