import { expect, test } from 'vitest'
import { upload } from '../attachments/upload.ts'
import { world, type World } from '../world.ts'
import { auditsLike } from './file.ts'
import { offered, ok, plan } from './stage.ts'

async function counter(w: World) {
  const agent = await w.member('authority')
  const firm = await w.member('promoter')
  const promoter = w.as(firm)
  const authority_id = `org_${w.district_code}_${agent.organisation_id}`
  const given = { authority_id, valid_to: '2026-12-31', text: '委托窗口工作人员代为申报' }
  const give = (over: object = {}) => promoter.post('/api/mandates', { ...given, ...over })
  return { agent, firm, promoter, authority: w.as(agent), give, given }
}

test('an agent of the counter files, applies and hands in for a firm by its mandate, and the audit names both', async () => {
  const w = await world()
  const { agent, firm, promoter, authority, give } = await counter(w)
  const mandate = ok(await give()).body
  expect(mandate).toMatchObject({ given_name: '测试员promoter', promoter_name: '测试promoter', withdrawn_at: null })
  const at = `/api/mandates/${mandate.id}`
  const { id } = ok(await authority.post(`${at}/projects`, plan)).body
  const apply = await offered(authority, id, 'permit.apply_as_agent')
  expect(apply).toMatchObject({ allowed: true, href: `${at}/projects/${id}/apply` })
  const permit = ok(await authority.post(apply!.href)).body
  expect(permit).toMatchObject({ status: 'submitted', by_agent: true })
  const file = (await upload(w, firm, { fields: { subject_id: permit.id } })).body.id
  ok(await authority.post(`${at}/permits/${permit.id}/hand-in`, { document: 'traffic_plan', evidence: [file] }))
  expect((await promoter.get(`/api/projects/${id}`)).body.promoter_name).toBe('测试promoter')
  for (const action of ['project.register', 'permit.submit', 'permit.hand_in'])
    expect(await auditsLike(w, action)).toMatchObject([
      {
        actor_name: agent.name,
        organisation_id: firm.organisation_id,
        detail: { agent: { organisation_id: agent.organisation_id, mandate_id: mandate.id.slice(-36) } },
      },
    ])
  expect((await auditsLike(w, 'mandate.give'))[0]).toMatchObject({ actor_name: firm.name })
})

test('from a dig a firm lets its authority act for it, and takes that back where it stands', async () => {
  const w = await world()
  const { promoter, authority } = await counter(w)
  const { id } = ok(await promoter.post('/api/projects', plan)).body
  expect(await offered(authority, id, 'permit.apply_as_agent')).toBeUndefined()
  const give = await offered(promoter, id, 'mandate.give')
  expect(give).toMatchObject({ allowed: true, input: { valid_to: 'date_required', text: 'text_required' } })
  ok(await promoter.post(give!.href, { valid_to: '2026-12-31', text: '委托窗口代办' }))
  expect(await offered(authority, id, 'permit.apply_as_agent')).toMatchObject({ allowed: true })
  expect(await offered(promoter, id, 'mandate.give')).toBeUndefined()
  ok(await promoter.post((await offered(promoter, id, 'mandate.withdraw'))!.href, {}))
  expect(await offered(authority, id, 'permit.apply_as_agent')).toBeUndefined()
})

test('who applied for the firm does not decide the application; another of the counter does', async () => {
  const w = await world()
  const { authority, give } = await counter(w)
  const at = `/api/mandates/${ok(await give()).body.id}`
  const { id } = ok(await authority.post(`${at}/projects`, plan)).body
  const permit = ok(await authority.post(`${at}/projects/${id}/apply`)).body
  ok(await authority.post(`/api/permits/${permit.id}/accept-application`))
  expect((await authority.post(`/api/permits/${permit.id}/grant`)).body.code).toBe('permits/agent-decides-not')
  expect(await offered(authority, id, 'permit.grant')).toMatchObject({
    allowed: false,
    reason: 'permits/agent-decides-not',
  })
})

test('without a mandate in force nothing is done in a firm’s name: not after its day, not once it was taken back', async () => {
  const w = await world()
  const { promoter, authority, give } = await counter(w)
  const short = ok(await give({ valid_to: '2026-03-03' })).body
  ok(await authority.post(`/api/mandates/${short.id}/projects`, plan))
  w.clock.set('2026-03-04T02:00:00Z')
  expect((await authority.post(`/api/mandates/${short.id}/projects`, plan)).body.code).toBe('permits/mandate-over')
  const mandate = ok(await give()).body
  const withdraw = () => promoter.post(`/api/mandates/${mandate.id}/withdraw`, {}, { 'if-match': '"1"' })
  expect((await authority.post(`/api/mandates/${mandate.id}/withdraw`, {})).body.code).toBe('permits/not-your-move')
  expect(ok(await withdraw()).body.withdrawn_at).toBe('2026-03-04T02:00:00.000Z')
  expect((await withdraw()).body.code).toBe('permits/wrong-state')
  expect((await authority.post(`/api/mandates/${mandate.id}/projects`, plan)).body.code).toBe('permits/mandate-over')
  expect((await auditsLike(w, 'mandate.%')).map(({ action }) => action)).toEqual([
    'mandate.give',
    'mandate.give',
    'mandate.withdraw',
  ])
})

test('a mandate is for the counter it names alone, given by firms alone, to authorities alone, for days to come', async () => {
  const w = await world()
  const { firm, promoter, authority, give, given } = await counter(w)
  const mandate = ok(await give()).body
  const at = `/api/mandates/${mandate.id}/projects`
  expect((await w.as(await w.member('authority', { another: true })).post(at, plan)).status).toBe(404)
  expect((await promoter.post(at, plan)).body.code).toBe('permits/not-your-move')
  expect((await w.as(await w.member('promoter', { another: true })).post(at, plan)).status).toBe(404)
  expect((await w.as(null).post(at, plan)).status).toBe(404)
  expect((await authority.post('/api/mandates', given)).body.code).toBe('permits/not-your-move')
  expect((await give({ valid_to: '2026-03-01' })).body.errors[0].code).toBe('permits/time-passed')
  const self = `org_${w.district_code}_${firm.organisation_id}`
  expect((await give({ authority_id: self })).body.errors[0].code).toBe('permits/no-such-counter')
  const listed = async (as: typeof promoter) => (await as.get('/api/mandates')).body.mandates.length
  expect([await listed(promoter), await listed(authority)]).toEqual([1, 1])
  expect(await listed(w.as(await w.member('promoter', { another: true })))).toBe(0)
})

test('an agent acts for nobody else than the firm: the digs of others stay out of reach', async () => {
  const w = await world()
  const { authority, give } = await counter(w)
  const at = `/api/mandates/${ok(await give()).body.id}`
  const other = w.as(await w.member('promoter', { another: true }))
  const { id } = ok(await other.post('/api/projects', plan)).body
  expect((await authority.post(`${at}/projects/${id}/apply`)).status).toBe(404)
})
