import { z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { moveRoutes, room } from '../http/router.ts'
import { answerPetition } from './answer.ts'
import { closePetition } from './close.ts'
import { dispatchPetition } from './dispatch.ts'
import { findPetition, petitionKey, viewPetition, type PetitionRow } from './find.ts'
import { gradePetition } from './grade.ts'
import { judgePetition } from './judge.ts'
import { mergePetition } from './merge.ts'
import {
  answerInput,
  dispatchInput,
  gradeInput,
  judgeInput,
  mergeInput,
  noInput,
  petition,
  unsatisfiedInput,
} from './schemas.ts'

const moveRoute = moveRoutes(z.object({ id: z.string() }), petition, 'the request')

/** What becomes of a request, one path per named move (states.ts). */
export const petitionMoves = room()
  .openapi(moveRoute('grade', 'Grade it (分级)', gradeInput), async (c) => {
    const input = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => gradePetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('dispatch', 'Dispatch it to who answers for it (派单)', dispatchInput), async (c) => {
    const input = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => dispatchPetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('dispatch-again', 'Dispatch it again, a grade up', dispatchInput), async (c) => {
    const input = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => dispatchPetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('merge', 'Link it to one that says the same (并案)', mergeInput), async (c) => {
    const input = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => mergePetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('answer', 'Answer it, in words and files (答复)', answerInput), async (c) => {
    const input = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => answerPetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('judge', 'Say what the petitioner answered when asked (第三方评判)', judgeInput), async (c) => {
    const input = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => judgePetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('find-unsatisfied', 'The petitioner is not satisfied', unsatisfiedInput), async (c) => {
    const input = { ...c.req.valid('json'), result: 'unsatisfied' as const }
    return c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) => judgePetition(ctx, row, { ...input, seen })),
      200,
    )
  })
  .openapi(moveRoute('close', 'Close it (办结)', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, (ctx, row, seen) => closePetition(ctx, row, { seen })), 200),
  )

type Verb = (ctx: Context, row: PetitionRow, seen: number | null) => Promise<void>

async function handle(c: RequestContext<Env>, id: string, verb: Verb) {
  const key = petitionKey(id)
  const seen = ifMatch(c.req.header('if-match'))
  const shown = await c.var.run(async (ctx) => {
    await verb(ctx, await findPetition(ctx, key), seen)
    return viewPetition(ctx, key)
  })
  c.header('etag', etagOf(shown.version))
  return shown
}
