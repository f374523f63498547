import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { accepted, after, applied, delivered, granted, ok, type Scene } from './stage.ts'

/** A permit's move: where it starts, who makes it with what, and who, of the dig's own people, may not. */
interface Row {
  move: string
  from: (w: Awaited<ReturnType<typeof world>>) => Promise<Scene>
  by: 'authority' | 'promoter'
  body?: object
  to: string
  audit: string
  /** A self-loop may be made again, so its second try is refused by a guard and not by the state. */
  again?: string
}
const reason = { reason: '理由' }
const ending = { ...reason, basis: '行政许可法 第69条第1款第1项' }
const special = { kind: 'expert_review', expected_until: '2026-03-20', reason: '需组织评审' }
const from =
  (moves: readonly string[], over: object = {}): Row['from'] =>
  (w) =>
    after(w, moves, over)

const rows: Row[] = [
  {
    move: 'request-supplement',
    from: applied,
    by: 'authority',
    body: { items: ['交通组织方案'] },
    to: 'supplement_requested',
    audit: 'request_supplement',
  },
  {
    move: 'supplement',
    from: async (w) => {
      const scene = await applied(w)
      ok(await scene.authority.post(`${scene.at}/request-supplement`, { items: ['方案'] }))
      return scene
    },
    by: 'promoter',
    to: 'submitted',
    audit: 'supplement',
  },
  {
    move: 'accept-application',
    from: applied,
    by: 'authority',
    to: 'application_accepted',
    audit: 'accept_application',
  },
  {
    move: 'accept-jointly',
    from: applied,
    by: 'authority',
    body: { joint_with: '公安交管、园林' },
    to: 'application_accepted',
    audit: 'accept_jointly',
  },
  { move: 'not-accept', from: applied, by: 'authority', body: reason, to: 'not_accepted', audit: 'not_accept' },
  {
    move: 'start-special-procedure',
    from: from(accepted),
    by: 'authority',
    body: special,
    to: 'special_procedure',
    audit: 'start_special_procedure',
  },
  {
    move: 'end-special-procedure',
    from: async (w) => {
      const scene = await after(w, accepted)
      ok(await scene.authority.post(`${scene.at}/start-special-procedure`, special))
      return scene
    },
    by: 'authority',
    to: 'application_accepted',
    audit: 'end_special_procedure',
  },
  {
    move: 'extend-decision',
    from: from(accepted),
    by: 'authority',
    body: { ...reason, approved_by: '局长' },
    to: 'application_accepted',
    audit: 'extend_decision',
    again: 'permits/extended-once',
  },
  { move: 'grant', from: from(accepted), by: 'authority', to: 'granted', audit: 'grant' },
  { move: 'refuse', from: from(accepted), by: 'authority', body: reason, to: 'refused', audit: 'refuse' },
  { move: 'deliver', from: from(granted), by: 'authority', to: 'delivered', audit: 'deliver' },
  {
    move: 'withdraw-application',
    from: from(accepted),
    by: 'promoter',
    body: reason,
    to: 'cancelled',
    audit: 'withdraw_application',
  },
  { move: 'revoke', from: from(delivered), by: 'authority', body: ending, to: 'revoked', audit: 'revoke' },
  {
    move: 'withdraw',
    from: from(delivered),
    by: 'authority',
    body: ending,
    to: 'withdrawn_by_authority',
    audit: 'withdraw',
  },
  {
    move: 'cancel-as-penalty',
    from: from(delivered),
    by: 'authority',
    body: { ...ending, hearing_told_on: '2026-02-02' },
    to: 'cancelled_as_penalty',
    audit: 'cancel_as_penalty',
  },
  { move: 'deregister', from: from(delivered), by: 'authority', body: ending, to: 'deregistered', audit: 'deregister' },
  {
    move: 'extend-start',
    from: from(delivered, { kind: 'building_works' }),
    by: 'authority',
    body: { ...reason, months: 3 },
    to: 'delivered',
    audit: 'extend_start',
    again: '',
  },
]

test.each(rows)(
  '$move: its own mover, once, on record; nobody else, and not from a stale view',
  async ({ move, from, by, body, to, audit, again }) => {
    const w = await world()
    const scene = await from(w)
    const path = `${scene.at}/${move}`
    const [mover, other] = by === 'authority' ? [scene.authority, scene.promoter] : [scene.promoter, scene.authority]
    expect((await other.post(path, body)).body.code).toBe('permits/not-your-move')
    expect((await w.as(await w.member('inspector')).post(path, body)).status).toBe(403)
    expect((await w.as(await w.member('promoter', { another: true })).post(path, body)).status).toBe(404)
    if (by === 'authority') {
      const elsewhere = await w.as(await w.member('authority', { another: true })).post(path, body)
      expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'permits/other-authority'])
    }
    const { version } = (await mover.get(scene.at)).body
    const stale = await mover.post(path, body, { 'if-match': `"${version - 1}"` })
    expect([stale.status, stale.body.code]).toEqual([409, 'permits/changed-since'])
    const moved = ok(await mover.post(path, body, { 'if-match': `"${version}"` })).body
    expect(moved).toMatchObject({ status: to, version: version + 1 })
    if (again !== '') expect((await mover.post(path, body)).body.code).toBe(again ?? 'permits/wrong-state')
    const audits = await w.look(({ tx }) =>
      tx.raw('select actor_role from audit where district_code = $1 and action = $2', [
        w.district_code,
        `permit.${audit}`,
      ]),
    )
    expect(audits).toEqual([{ actor_role: by }])
  },
)
