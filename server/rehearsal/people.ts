import { createToken } from '../accounts/token.ts'
import { systemActor } from '../access/actor.ts'
import type { MemberRole, OrganisationKind } from '../db/queries.gen.ts'
import type { Random } from '../demo/random.ts'
import type { Run } from '../run.ts'
import { ground } from './ground.ts'

/** Someone who acts: which role, whose, by which token. */
export interface Person {
  role: MemberRole
  organisation_id: string
  token: string
}
export type People = Person[]

interface Cast {
  role: MemberRole
  kind: OrganisationKind
  name_zh: string
  name_en: string
  utility_kind: string | null
}
const cast: readonly Cast[] = [
  {
    role: 'authority',
    kind: 'authority',
    name_zh: '模拟审批局',
    name_en: 'Simulated permit authority',
    utility_kind: null,
  },
  {
    role: 'inspector',
    kind: 'inspection',
    name_zh: '模拟执法局',
    name_en: 'Simulated inspectorate',
    utility_kind: null,
  },
  {
    role: 'planner',
    kind: 'planning',
    name_zh: '模拟规划局',
    name_en: 'Simulated planning office',
    utility_kind: null,
  },
  ...['甲', '乙', '丙'].map((mark, i) => ({
    role: 'promoter' as const,
    kind: 'promoter' as const,
    name_zh: `模拟建设单位${mark}`,
    name_en: `Simulated promoter ${i + 1}`,
    utility_kind: null,
  })),
  ...(['water', 'gas'] as const).map((utility_kind) => ({
    role: 'utility' as const,
    kind: 'utility' as const,
    name_zh: `模拟${utility_kind === 'water' ? '供水' : '燃气'}公司`,
    name_en: `Simulated ${utility_kind} utility`,
    utility_kind,
  })),
]

/** The organisations of a simulated district with one person each, and two lines of each utility across its ground. */
export async function settlePeople(run: Run, district_code: number, random: Random): Promise<People> {
  return run(systemActor(district_code), async (ctx) => {
    const created_at = ctx.now.toISOString()
    const people: People = []
    for (const { role, ...organisation } of cast) {
      const organisation_id = random.uuid()
      const person_id = random.uuid()
      const made = { district_code, is_demo: false, created_at }
      await ctx.tx.run('accounts/insert_organisation', {
        ...made,
        ...organisation,
        id: organisation_id,
        credit_code: null,
      })
      await ctx.tx.run('accounts/insert_person', {
        ...made,
        id: person_id,
        organisation_id,
        login: `simulated-${person_id}`,
        name_zh: organisation.name_zh,
        name_en: organisation.name_en,
        role,
        locale: 'zh-CN',
        password_hash: null,
        phone_sealed: null,
      })
      const token = await createToken(ctx, { district_code, person_id, label: 'simulated', expires_at: null })
      people.push({ role, organisation_id, token })
      if (organisation.utility_kind)
        await ctx.tx.run('demo/insert_network_segments', {
          rows: JSON.stringify(
            ground.lines(random, district_code, organisation_id, organisation.utility_kind, created_at),
          ),
        })
    }
    return people
  })
}
