import type { SimulatedKind } from './kinds.ts'

/** What a look at an account can find. */
export type Finding = 'clear' | 'account_not_found' | 'arrears' | 'restricted' | 'wrong_unit'

interface Word {
  code: string
  detail: string
}

/**
 * Each utility answers in codes of its own: water says 0, power 200, gas 1000 when all is well. Invented after what
 * county systems are seen to use; that every utility differs is the point.
 */
export const dialects: Readonly<Record<SimulatedKind, Readonly<Record<Finding, Word>>>> = {
  water: {
    clear: { code: '0', detail: '核验通过' },
    account_not_found: { code: '1001', detail: '户号不存在' },
    arrears: { code: '1002', detail: '该户存在欠费' },
    restricted: { code: '1003', detail: '该户已限制业务' },
    wrong_unit: { code: '1004', detail: '非本公司供水范围' },
  },
  power: {
    clear: { code: '200', detail: '成功' },
    account_not_found: { code: '404', detail: '用户编号不存在' },
    arrears: { code: '402', detail: '电费未结清' },
    restricted: { code: '403', detail: '用户业务受限' },
    wrong_unit: { code: '421', detail: '供电单位不符' },
  },
  gas: {
    clear: { code: '1000', detail: '操作成功' },
    account_not_found: { code: '2001', detail: '燃气户号不存在' },
    arrears: { code: '2002', detail: '存在未缴气费' },
    restricted: { code: '1000', detail: '限制过户' },
    wrong_unit: { code: '2004', detail: '燃气公司编码有误' },
  },
}
