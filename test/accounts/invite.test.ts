import { beforeEach, expect, test } from 'vitest'
import { publicId } from '../../server/http/public-id.ts'
import { world, type Client, type Member, type World } from '../world.ts'

let w: World
let admin: Client
let operator: Member

beforeEach(async () => {
  w = await world()
  operator = await w.member('admin')
  admin = w.as(operator)
})

const organisationOf = (member: Member) => publicId('org', member.district_code, member.organisation_id!)
const invite = (organisation_id: string, role: string) =>
  admin.post('/api/accounts/invitations', { organisation_id, role })
const open = (invitation: string) => w.as(null).post('/api/session/invitation', { invitation })

test('a link says where it leads, is shown once, and opens nothing when it was taken back, is a week old, or is changed', async () => {
  const { body, headers } = await invite(organisationOf(operator), 'admin')
  expect(headers.get('cache-control')).toContain('no-store')
  expect(body.link).toBe(`http://localhost/?invitation=${body.invitation}`)
  expect((await open(body.invitation)).body).toMatchObject({ role: 'admin', organisation_name_en: 'Test admin' })
  expect((await open(body.invitation.replace(/.$/, (last: string) => (last === '_' ? '-' : '_')))).body.code).toBe(
    'accounts/no-such-invitation',
  )

  const { invitations } = (await admin.get('/api/accounts/invitations')).body
  expect(JSON.stringify(invitations)).not.toContain(body.invitation.split('_').slice(3).join('_'))
  expect((await admin.request('DELETE', `/api/accounts/invitations/${invitations[0].id}`)).status).toBe(204)
  expect((await open(body.invitation)).status).toBe(404)
  const accept = {
    invitation: body.invitation,
    login: 'late',
    name_zh: '迟',
    name_en: 'Late',
    password: '123456789012',
  }
  expect((await w.as(null).post('/api/session/accept-invitation', accept)).status).toBe(404)
  expect((await admin.get('/api/accounts/invitations')).body.invitations).toEqual([])

  const old = (await invite(organisationOf(operator), 'admin')).body.invitation
  w.clock.add(24 * 7 + 1)
  expect((await open(old)).status).toBe(404)
})

test('a role beside its organisation is refused: nobody is invited as the operator of a utility', async () => {
  const utility = await w.member('utility', { utility_kind: 'gas' })
  const answer = await invite(organisationOf(utility), 'admin')
  expect(answer.status).toBe(422)
  expect(answer.body.errors[0]).toMatchObject({ pointer: '/role', code: 'accounts/role-unfit' })
  expect((await invite(organisationOf(utility), 'utility')).status).toBe(201)
  const { organisations } = (await admin.get('/api/accounts/organisations')).body
  expect(organisations.find(({ id }: { id: string }) => id === organisationOf(utility))).toMatchObject({
    roles: ['utility', 'promoter'],
    people: 1,
  })
})

test("an administrator reaches neither the organisations, nor the people, nor the invitations of another district's", async () => {
  const away = await world()
  const stranger = away.as(await away.member('admin'))
  const { body } = await invite(organisationOf(operator), 'admin')
  const [mine] = (await admin.get('/api/accounts/invitations')).body.invitations
  expect((await stranger.get('/api/accounts/invitations')).body.invitations).toEqual([])
  expect((await stranger.request('DELETE', `/api/accounts/invitations/${mine.id}`)).status).toBe(404)
  expect(
    (
      await stranger.post('/api/accounts/invitations', {
        organisation_id: organisationOf(operator),
        role: 'admin',
      })
    ).status,
  ).toBe(404)
  const person = publicId('psn', w.district_code, operator.id!)
  expect((await stranger.post(`/api/accounts/people/${person}/disable`)).status).toBe(404)
  expect((await open(body.invitation)).status).toBe(200)
})

test('what is written leaves an audit row: the invitation, its end, and the new organisation', async () => {
  await invite(organisationOf(operator), 'admin')
  const [first] = (await admin.get('/api/accounts/invitations')).body.invitations
  await admin.request('DELETE', `/api/accounts/invitations/${first.id}`)
  const gas = { kind: 'utility', name_zh: '燃气', name_en: 'Gas', utility_kind: 'gas' }
  expect((await admin.post('/api/accounts/organisations', gas)).status).toBe(201)
  expect(
    (await admin.post('/api/accounts/organisations', { ...gas, utility_kind: null })).body.errors[0],
  ).toMatchObject({
    pointer: '/utility_kind',
  })
  const rows = await w.look(({ tx }) =>
    tx.raw<{ action: string }>('select action from audit where district_code = $1 order by recorded_at, action', [
      w.district_code,
    ]),
  )
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['account.invite', 'account.invitation_withdrawn', 'organisation.create']),
  )
})
