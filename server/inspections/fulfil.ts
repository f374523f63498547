import type { Context } from '../context.ts'

type Told = { district_code: number; subject_id: string }

/** A visit does what was planned for its dig. Answers `inspection.recorded`. */
export async function fulfilTasks(ctx: Context, { district_code, subject_id }: Told): Promise<void> {
  await ctx.tx.run('inspections/fulfil_tasks', { district_code, inspection_id: subject_id })
}

/** What a withdrawn visit had done is to be done again. Answers `inspection.withdrawn`. */
export async function freeTasks(ctx: Context, { district_code, subject_id }: Told): Promise<void> {
  await ctx.tx.run('inspections/free_tasks', { district_code, inspection_id: subject_id })
}
