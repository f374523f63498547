import { z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { moveRoutes, room } from '../http/router.ts'
import { detectionKey, findDetection, viewDetection, type DetectionRow } from './find.ts'
import { findRetrospective } from './find-retrospective.ts'
import { moveDetection, type DetectionChange } from './move.ts'
import { penalise } from './penalise.ts'
import { decisionInput, detection, noteInput, reasonInput, retrospectiveInput, verificationInput } from './schemas.ts'
import type { DetectionMove } from './states.ts'
import { verifyDetection } from './verify.ts'

const moveRoute = moveRoutes(z.object({ id: z.string() }), detection, 'the detection')

/** What becomes of a suspected dig, one path per named move (states.ts). */
export const detectionMoves = room()
  .openapi(moveRoute('dispatch', 'Send somebody there (派单)', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('dispatch', c.req.valid('json'))), 200),
  )
  .openapi(
    moveRoute('verify', 'Say what was seen, with a position or a photo (现场核实)', verificationInput),
    async (c) =>
      c.json(
        await handle(c, c.req.valid('param').id, (ctx, row, seen) =>
          verifyDetection(ctx, 'verify', row, { ...c.req.valid('json'), seen }),
        ),
        200,
      ),
  )
  .openapi(moveRoute('find-lawful', 'Find it lawful', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('find_lawful', c.req.valid('json'))), 200),
  )
  .openapi(
    moveRoute('find-retrospective', 'Find its permit to follow lawfully (补办)', retrospectiveInput),
    async (c) =>
      c.json(
        await handle(c, c.req.valid('param').id, (ctx, row, seen) =>
          findRetrospective(ctx, row, { ...c.req.valid('json'), seen }),
        ),
        200,
      ),
  )
  .openapi(moveRoute('find-false-alarm', 'Find that nothing was dug (误报)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('find_false_alarm', c.req.valid('json'))), 200),
  )
  .openapi(moveRoute('find-unlawful', 'Find it unlawful', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('find_unlawful', c.req.valid('json'))), 200),
  )
  .openapi(moveRoute('order-rectification', 'Order it to be put right (责令改正)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('order_rectification', c.req.valid('json'))), 200),
  )
  .openapi(moveRoute('confirm-rectified', 'Say that it was put right, with proof', verificationInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) =>
        verifyDetection(ctx, 'confirm_rectified', row, { ...c.req.valid('json'), seen }),
      ),
      200,
    ),
  )
  .openapi(moveRoute('penalise', 'File a penalty case (立案); refused on imagery alone', reasonInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) =>
        penalise(ctx, row, { ...c.req.valid('json'), seen }),
      ),
      200,
    ),
  )
  .openapi(moveRoute('decide-penalty', 'Decide the penalty', decisionInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('decide_penalty', c.req.valid('json'))), 200),
  )
  .openapi(moveRoute('serve-penalty', 'Serve the decision (送达)', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('serve_penalty', c.req.valid('json'))), 200),
  )
  .openapi(moveRoute('clear', 'Clear it (销号)', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('clear', c.req.valid('json'))), 200),
  )
  .openapi(moveRoute('reopen', 'Open a settled one again', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, plain('reopen', c.req.valid('json'))), 200),
  )

type Verb = (ctx: Context, row: DetectionRow, seen: number | null) => Promise<void>

/** A move that has no guard of its own. */
function plain(name: DetectionMove, input: Omit<DetectionChange, 'note'> & { note?: string | null }): Verb {
  return (ctx, row, seen) => moveDetection(ctx, name, row, { ...input, note: input.note ?? undefined, seen })
}

async function handle(c: RequestContext<Env>, id: string, verb: Verb) {
  const key = detectionKey(id)
  const seen = ifMatch(c.req.header('if-match'))
  const shown = await c.var.run(async (ctx) => {
    await verb(ctx, await findDetection(ctx, key), seen)
    return viewDetection(ctx, key)
  })
  c.header('etag', etagOf(shown.version))
  return shown
}
