import { expect, test } from 'vitest'
import { sequenceDistrict } from '../../server/audit/sequence.ts'
import { verifyChains } from '../../server/audit/verify.ts'
import { world, type World } from '../world.ts'

async function write(w: World, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await w.look(async (ctx) => {
      await ctx.emit({
        type: 'test.happened',
        district_code: w.district_code,
        subject_kind: 'test',
        subject_id: crypto.randomUUID(),
        subject_version: i,
      })
      await ctx.audit({ action: 'test.do', subject_kind: 'test' })
    })
}

test('committed rows are numbered without a gap, chained by hash, and the chain verifies', async () => {
  const w = await world()
  await write(w, 5)
  expect(await sequenceDistrict(w.run, w.district_code)).toBe(10)
  expect(await sequenceDistrict(w.run, w.district_code)).toBe(0)
  expect(await verifyChains(w.run, w.district_code)).toMatchObject([
    { stream: 'event', entries: 5, intact: true },
    { stream: 'audit', entries: 5, intact: true },
  ])
})

test('a changed entry, a removed last entry and a forged link are each found where they are', async () => {
  const w = await world()
  await write(w, 4)
  await sequenceDistrict(w.run, w.district_code)
  await w.look(({ tx }) =>
    tx.raw(`update audit set action = 'test.other' where district_code = $1 and seq = 2`, [w.district_code]),
  )
  await w.look(({ tx }) => tx.raw('delete from outbox where district_code = $1', [w.district_code]))
  await w.look(({ tx }) => tx.raw('delete from event where district_code = $1 and seq = 4', [w.district_code]))
  expect(await verifyChains(w.run, w.district_code)).toMatchObject([
    { stream: 'event', intact: false, broken_at: 4 },
    { stream: 'audit', intact: false, broken_at: 2 },
  ])
})

test('a rolled-back transaction leaves neither event nor audit row nor outbox row', async () => {
  const w = await world()
  await expect(
    w.look(async (ctx) => {
      await ctx.emit({
        type: 'test.happened',
        district_code: w.district_code,
        subject_kind: 'test',
        subject_id: crypto.randomUUID(),
        subject_version: 1,
      })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await sequenceDistrict(w.run, w.district_code)).toBe(0)
})
