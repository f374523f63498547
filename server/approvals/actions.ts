import type { Context } from '../context.ts'
import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import type { ApprovalStage } from '../projects/approval-stages.ts'
import type { ProjectRow } from '../projects/find.ts'
import { isOver } from './ask-again.ts'
import { stageGuard } from './ask-stage.ts'
import { isForeign, itemsOf } from './move-item.ts'
import { stagesOf } from './stages-of.ts'
import { approvalMachine } from './states.ts'

/** What this caller could do next with the approvals of a dig: its promoter asks for the stage that is next, the authorities asked answer. */
export const approvalActions: ActionSource = async (ctx, project) => {
  const stages = await stagesOf(ctx, project)
  if (stages.length === 0 || isOver(project)) return []
  const items = await itemsOf(ctx, project)
  const next = stages.find(({ code }) => !items.some(({ stage }) => stage === code))
  return [
    ...(next && ctx.actor.role === 'promoter' ? [await askOf(ctx, project, { stages, items }, next)] : []),
    ...items
      .filter((item) => !isForeign(ctx, item))
      .flatMap((item) =>
        actionsOf(approvalMachine, item.status, ctx.actor.role, (name) => `${hrefOf(item)}/${name.replace('_', '-')}`)
          .filter(({ name }) => name !== 'approval_item.ask')
          .map((action) => ({ ...action, version: item.version })),
      ),
  ]
}

async function askOf(
  ctx: Context,
  project: ProjectRow,
  now: Parameters<typeof stageGuard>[2],
  next: ApprovalStage,
): Promise<Action> {
  const reason = await stageGuard(ctx, project, now, next)
  return {
    name: 'approval_item.ask',
    href: `/api/projects/${publicId('prj', project.district_code, project.id)}/approvals`,
    method: 'POST',
    allowed: reason === null,
    reason,
    input: { stage: `fixed:${next.code}` },
    version: project.version,
  }
}

const hrefOf = ({ district_code, id }: { district_code: number; id: string }) =>
  `/api/approvals/${publicId('apv', district_code, id)}`
