import type { PrecheckAnswer, PrecheckVerdict } from './answer.ts'
import { readGas } from './gas.ts'
import { readPower } from './power.ts'
import { readCodes } from './read-codes.ts'
import { readWater } from './water.ts'

const adapters: Readonly<Record<string, (answer: PrecheckAnswer) => PrecheckVerdict>> = {
  water: readWater,
  power: readPower,
  gas: readGas,
}

/** The adapter of a kind. A kind that only configuration knows (heat, cable) speaks plainly: 0000 is success, 0002 arrears. */
export function adapterOf(kind: string): (answer: PrecheckAnswer) => PrecheckVerdict {
  return (
    adapters[kind] ??
    ((answer) => readCodes({ success: ['0000'], blocked: { '0001': 'account_not_found', '0002': 'arrears' } }, answer))
  )
}
