import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { templates, type TemplateName, type TemplateParams } from './templates.ts'

export interface NewMessage<Name extends TemplateName> {
  template: Name
  params: TemplateParams<Name>
  /** Everybody of an organisation who may sign in, or one person outside it whose sealed number we hold. */
  to:
    | { organisation_id: string; organisation_district_code?: number }
    | { label: 'buyer' | 'seller' | 'reporter'; phone_sealed: string | null; locale?: 'zh-CN' | 'en' }
  subject: { district_code: number; subject_kind: string; subject_id: string }
  /** Not sent before, by the wall clock: what it tells of may still be taken back. */
  held_until?: Date | null
}

/**
 * Queues a message to a person in the caller's own transaction: it is sent when, and only when, the move is committed.
 * Throws when a parameter is not the template's or looks like a person's number.
 */
export async function queueMessage<Name extends TemplateName>(ctx: Context, message: NewMessage<Name>): Promise<void> {
  const { to, subject, template } = message
  const params = messageParams(template, message.params)
  const times = { wall: (message.held_until ?? ctx.wall).toISOString(), now: ctx.now.toISOString() }
  await ctx.system(async () => {
    if ('organisation_id' in to) {
      await ctx.tx.run('messages/insert_for_organisation', {
        ...subject,
        ...times,
        template,
        params,
        organisation_id: to.organisation_id,
        organisation_district_code: to.organisation_district_code ?? subject.district_code,
      })
      return
    }
    await ctx.tx.run('messages/insert_message', {
      ...subject,
      ...times,
      template,
      params,
      id: randomUUID(),
      recipient_label: to.label,
      phone_sealed: to.phone_sealed,
      locale: to.locale ?? 'zh-CN',
    })
  })
}

/** Parameters of a message as it is queued. Throws when one is not the template's or looks like a person's number. */
export function messageParams<Name extends TemplateName>(template: Name, params: TemplateParams<Name>): string {
  const expected: readonly string[] = templates[template].params
  const given = Object.keys(params)
  const texts: Record<string, string> = params
  if (given.length !== expected.length || given.some((name) => !expected.includes(name)))
    throw new Error(`message ${template} takes ${expected.join(', ')}`)
  for (const name of given) {
    if (texts[name]!.length > 120 || /\d{11}/.test(texts[name]!))
      throw new Error(`message ${template}: ${name} is not a public word`)
  }
  return JSON.stringify(params)
}
