import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import type { TemplateName, TemplateParams } from '../messages/templates.ts'

/** Queues a message to each buyer or seller of a case. Their numbers stay sealed; the text knows the case by its reference only. */
export async function tellParties<Name extends TemplateName>(
  ctx: Context,
  sale: { district_code: number; id: string },
  side: 'buyer' | 'seller',
  template: Name,
  params: TemplateParams<Name>,
): Promise<void> {
  const { district_code, id } = sale
  const phones = await ctx.system(() => ctx.tx.many('transfers/list_phones', { district_code, case_id: id, side }))
  for (const { phone_sealed } of phones)
    await queueMessage(ctx, {
      template,
      params,
      to: { label: side, phone_sealed },
      subject: { district_code, subject_kind: 'transfer', subject_id: id },
    })
}
