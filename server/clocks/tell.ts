import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'

type Told = Pick<
  Queries['clocks/find_clock']['row'],
  | 'id'
  | 'project_id'
  | 'promoter_id'
  | 'owner'
  | 'owner_id'
  | 'subject_kind'
  | 'basis_zh'
  | 'basis_en'
  | 'kind'
  | 'due_on'
> & { district_code: number }

/** The event of one clock, for its holder and parties; a clock of a transfer's leg tells of a sale, so it is personal. */
export function tellOfClock(
  ctx: Context,
  clock: Told,
  { type, version, data = {} }: { type: string; version: number; data?: object },
): Promise<string> {
  return ctx.emit({
    type,
    district_code: clock.district_code,
    subject_kind: 'clock',
    subject_id: clock.id,
    subject_version: version,
    project_id: clock.project_id,
    promoter_id: clock.promoter_id,
    utility_id: clock.owner === 'utility' ? clock.owner_id : null,
    is_personal: clock.subject_kind === 'transfer_leg',
    basis_zh: clock.basis_zh,
    basis_en: clock.basis_en,
    data: { kind: clock.kind, due_on: clock.due_on, ...data },
  })
}
