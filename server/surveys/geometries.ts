import type { Context } from '../context.ts'
import type { GeometryLife, Queries } from '../db/queries.gen.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { findOwnProject } from '../projects/find.ts'
import { caseActions } from './actions.ts'
import { surveyRefusal } from './hand-in.ts'
import { overdigAmong, toleranceOf } from './overdig.ts'

/** All lives of a dig's ground, how they differ in area and shape, and what it took beyond its permit: for those who see the dig whole. */
export async function viewGeometries(ctx: Context, key: Key) {
  const project = await findOwnProject(ctx, key)
  const { district_code } = project
  const of = { district_code, project_id: project.id }
  const versions = await ctx.tx.many('surveys/list_geometries', of)
  const rows = await ctx.tx.many('surveys/compare_lives', of)
  const sites = await ctx.tx.many('projects/list_sites', of)
  const tolerance = await toleranceOf(ctx, district_code)
  const found = overdigAmong(rows, tolerance)
  const raised = await ctx.tx.one('surveys/show_case', of)
  return {
    versions: versions.map((row) => viewVersion(district_code, row)),
    differences: rows.map(({ outside: _o, ...row }) => ({
      ...row,
      life: row.life as GeometryLife,
      against: row.against as GeometryLife,
    })),
    over_dig: found && {
      geometry: found.geometry,
      area_m2: found.area_m2,
      share: found.share,
      is_beyond: found.is_beyond,
    },
    tolerance,
    case: raised && viewCase(raised),
    sites: sites.map((site) => {
      const reason = ctx.actor.role === 'promoter' ? surveyRefusal(site) : 'surveys/not-your-move'
      return {
        id: publicId('sit', district_code, site.id),
        number: site.number,
        name: site.name,
        name_en: site.name_en,
        surveys: Math.max(
          0,
          ...versions.filter(({ site_id }) => site_id === site.id).map((v) => v.survey_version ?? 0),
        ),
        may_survey: reason === null,
        reason,
      }
    }),
    actions: raised ? caseActions(ctx, raised) : [],
  }
}

function viewVersion(district_code: number, row: Queries['surveys/list_geometries']['row']) {
  const { id, site_id, survey_version, crs, depth_m, surveyed_length_m, width_m, evidence, ...shown } = row
  return {
    ...shown,
    id,
    is_current: row.recorded_to === null,
    site_id: site_id && publicId('sit', district_code, site_id),
    survey:
      survey_version === null
        ? null
        : {
            version: survey_version,
            crs: crs!,
            depth_m: depth_m!,
            length_m: surveyed_length_m,
            width_m,
            evidence: (evidence ?? []).map((file) => publicId('att', district_code, file)),
          },
  }
}

function viewCase(row: Queries['surveys/show_case']['row']) {
  const { district_code, id, authority_id: _a, version: _v, ...shown } = row
  return { ...shown, id: publicId('odc', district_code, id) }
}
