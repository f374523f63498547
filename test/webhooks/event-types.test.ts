import { expect, test } from 'vitest'
import { typePattern, wantsType } from '../../server/webhooks/event-types.ts'

test.each([
  [['*'], true],
  [['cn.dongtu.*'], true],
  [['cn.dongtu.leg.*'], true],
  [['cn.dongtu.leg.cancel_requested.v1'], true],
  [['cn.dongtu.leg.cancel_requested.v2'], false],
  [['cn.dongtu.legs.*'], false],
  [['cn.dongtu.project.*'], false],
  [['cn.dongtu.project.*', 'cn.dongtu.leg.*'], true],
  [[], false],
])('asking for %j brings leg.cancel_requested: %s', (asked, wanted) => {
  expect(wantsType(asked, 'leg.cancel_requested')).toBe(wanted)
})

test('what may be asked for', () => {
  for (const good of [
    '*',
    'cn.dongtu.*',
    'cn.dongtu.leg.*',
    'cn.dongtu.leg.pushed.v1',
    'cn.dongtu.transfer_leg.cancel_requested.v12',
  ])
    expect(good).toMatch(typePattern)
  for (const bad of [
    '',
    'leg.pushed',
    'cn.dongtu',
    'cn.dongtu.leg',
    'cn.dongtu.*.v1',
    'cn.dongtu.leg.*.v1',
    'cn.dongtu.leg.pushed.v',
    '**',
    'CN.dongtu.leg.*',
  ])
    expect(bad).not.toMatch(typePattern)
})
