import type { ActorRole } from '../access/actor.ts'
import type { RectificationStatus } from '../db/queries.gen.ts'
import type { ActionSource } from '../http/environment.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import { ownMoves, rectificationMachine } from './states.ts'

/** What this role could do with a rectification itself. Visits that decide it are the inspections' to offer. */
export function movesOf(row: Key & { status: RectificationStatus }, role: ActorRole): Action[] {
  const base = `/api/rectifications/${publicId('rec', row.district_code, row.id)}`
  const own = new Set(ownMoves.map((name) => `rectification.${name}`))
  return actionsOf(rectificationMachine, row.status, role, (name) => `${base}/${name.replaceAll('_', '-')}`).filter(
    ({ name }) => own.has(name),
  )
}

export const rectificationActions: ActionSource = async (ctx, project) => {
  const rows = await ctx.tx.many('rectifications/list_rectifications', {
    district_code: project.district_code,
    project_id: project.id,
    organisation_id: null,
    is_open: true,
    limit: 50,
  })
  return rows.flatMap((row) => movesOf(row, ctx.actor.role))
}
