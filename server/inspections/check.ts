import type { Context } from '../context.ts'
import { field, invalid, type FieldError } from '../http/problem.ts'
import type { Finding, Severity } from './follow-ups.ts'
import type { InspectionInput } from './schemas.ts'

/**
 * The findings in the words and with the severity of today's dictionary, which the record then keeps. 422 names each field that does not
 * fit the outcome: failed has findings, passed has none, danger says whether the promoter was told and the place made safe.
 */
export async function checkFindings(ctx: Context, input: InspectionInput): Promise<Finding[]> {
  const codes = input.findings.map(({ code }) => code)
  const known = new Map(
    codes.length === 0
      ? []
      : (await ctx.tx.many('inspections/list_findings', { codes })).map((entry) => [entry.code, entry]),
  )
  const errors = [
    ...input.findings.flatMap(({ code }, i) => (known.has(code) ? [] : [unknownCode(i)])),
    ...against(input),
  ]
  if (errors.length > 0) throw invalid('inspections/invalid', errors)
  return input.findings.map(({ code, note }) => {
    const { label_zh: text_zh, label_en: text_en, severity } = known.get(code)!
    return { code, note: note ?? null, severity: severity as Severity, text_zh, text_en }
  })
}

/** The worst of what was found; a danger is grave whatever its findings are called. */
export function severityOf(outcome: InspectionInput['outcome'], findings: readonly Finding[]): Severity {
  return outcome === 'failed_high' || findings.some(({ severity }) => severity === 'high') ? 'high' : 'low'
}

function against({ outcome, findings, promoter_told, made_safe, note }: InspectionInput): FieldError[] {
  const errors: FieldError[] = []
  const isFailed = outcome === 'failed_low' || outcome === 'failed_high'
  if (isFailed && findings.length === 0)
    errors.push(
      field('/findings', 'inspections/finding-missing', '不合格须写明问题', 'a failed inspection names what is wrong'),
    )
  if (!isFailed && findings.length > 0)
    errors.push(
      field(
        '/findings',
        'inspections/finding-contradicts',
        '合格的检查没有问题项',
        'only a failed inspection has findings',
      ),
    )
  if (outcome === 'unable_to_inspect' && !note)
    errors.push(
      field('/note', 'inspections/note-missing', '须说明为何未能检查', 'say why the site could not be inspected'),
    )
  if (outcome !== 'failed_high') return errors
  if (promoter_told == null)
    errors.push(
      field(
        '/promoter_told',
        'inspections/promoter-told-missing',
        '须记录是否已通知建设单位',
        'say whether the promoter was told',
      ),
    )
  if (made_safe == null)
    errors.push(
      field('/made_safe', 'inspections/made-safe-missing', '须记录现场是否已消除危险', 'say whether it was made safe'),
    )
  return errors
}

const unknownCode = (i: number): FieldError =>
  field(`/findings/${i}/code`, 'inspections/unknown-code', '没有这个问题代码', 'no such finding')
