import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePublicId, publicId } from '../../server/http/public-id.ts'

const uuid = '0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'

test('a public id carries its kind, its district and its uuid, there and back', () => {
  expect(publicId('prj', 510116, uuid)).toBe(`prj_510116_${uuid}`)
  fc.assert(
    fc.property(
      fc.constantFrom('prj', 'leg', 'unt', 'dlv'),
      fc.integer({ min: 100000, max: 999999 }),
      fc.uuid(),
      (kind, district_code, id) => {
        expect(parsePublicId(kind, publicId(kind, district_code, id))).toEqual({ district_code, id })
      },
    ),
  )
})

test('an id of another kind, or none at all, is nobody', () => {
  expect(parsePublicId('sit', `prj_510116_${uuid}`)).toBeNull()
  for (const text of [
    '',
    uuid,
    `prj_51016_${uuid}`,
    `prj_510116_${uuid.toUpperCase()}`,
    `prj_510116_${uuid}\n`,
    `x prj_510116_${uuid}`,
  ]) {
    expect(parsePublicId('prj', text)).toBeNull()
  }
})
