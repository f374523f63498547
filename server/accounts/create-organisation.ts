import { randomUUID } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { parseSocialCreditCode } from '../projects/codes/social-credit-code.ts'
import type { organisationInput } from './schemas.ts'

/** A new organisation of the operator's district; answers its public id. */
export async function createOrganisation(ctx: Context, input: z.infer<typeof organisationInput>): Promise<string> {
  if (input.credit_code && !parseSocialCreditCode(input.credit_code).ok)
    throw invalid('accounts/invalid', [
      field(
        '/credit_code',
        'accounts/credit-code-invalid',
        '统一社会信用代码校验不通过',
        'the credit code fails its check digit',
      ),
    ])
  if ((input.kind === 'utility') !== Boolean(input.utility_kind))
    throw invalid('accounts/invalid', [
      field(
        '/utility_kind',
        'accounts/utility-kind-unfit',
        '管线单位须填管线种类，其他机构不填',
        'a utility says which kind it is, nobody else does',
      ),
    ])
  const { district_code } = ctx.actor
  const id = randomUUID()
  await ctx.tx.run('accounts/insert_organisation', {
    district_code,
    id,
    ...input,
    credit_code: input.credit_code ?? null,
    utility_kind: input.utility_kind ?? null,
    is_demo: false,
    created_at: ctx.wall.toISOString(),
  })
  await ctx.audit({
    action: 'organisation.create',
    subject_kind: 'organisation',
    subject_id: id,
    detail: { kind: input.kind },
  })
  return publicId('org', district_code, id)
}
