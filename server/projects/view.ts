import { forecastOf } from '../clocks/ledger.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { actionsOf } from '../machine/machine.ts'
import { cancellable } from './cancel.ts'
import { findProject, type ProjectRow } from './find.ts'
import { projectMachine } from './states.ts'

/** One dig as this caller may see it: sites, clocks and documents for those who see it whole, and what they could do next. */
export async function viewProject(ctx: Context, parts: Parts, key: Key) {
  const { whole, ...project } = await findProject(ctx, key)
  const of = { district_code: project.district_code, project_id: project.id }
  const sites = await ctx.system(() => ctx.tx.many('projects/list_sites', of))
  const clocks = whole ? await ctx.tx.many('clocks/list_clocks_of_project', of) : []
  const pauses = whole ? await ctx.system(() => ctx.tx.many('clocks/list_pauses_of_project', of)) : []
  const documents = whole ? await ctx.tx.many('projects/list_documents', of) : []
  const {
    promoter_id,
    contractor_id,
    authority_id,
    town_id,
    district_code,
    status: _status,
    is_public: _public,
    ...shown
  } = project
  return {
    ...shown,
    id: publicId('prj', district_code, project.id),
    organisations: whole ? { promoter_id, contractor_id, authority_id, town_id } : {},
    sites: sites.map(({ project_id: _of, district_code: _at, ...site }) => ({
      ...site,
      id: publicId('sit', district_code, site.id),
    })),
    clocks: clocks.map((clock) => ({
      ...clock,
      id: publicId('clk', district_code, clock.id),
      forecast: forecastOf(clock, shanghaiDay(ctx.now)),
      pauses: pauses.filter(({ clock_id }) => clock_id === clock.id).map(({ clock_id: _of, ...pause }) => pause),
    })),
    documents: documents.map((document) => ({ ...document, id: publicId('att', district_code, document.id) })),
    actions: whole ? await actionsFor(ctx, parts, project) : [],
  }
}

/** What this caller could do next with a dig, by every room that has a say. */
export async function actionsFor(ctx: Context, parts: Parts, project: ProjectRow) {
  const base = `/api/projects/${publicId('prj', project.district_code, project.id)}`
  const own = actionsOf(projectMachine, project.status, ctx.actor.role, (name) => `${base}/${name}`, {
    cancel: cancellable(project.stage) ? null : 'projects/works-have-begun',
  })
  const others = []
  for (const actions of parts.actions) others.push(...(await actions(ctx, project)))
  return [...others, ...own]
}
