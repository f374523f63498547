import { lazy, type ComponentType } from 'react'
import type { IconName } from '../ui/icon.tsx'

/**
 * Every panel of the left side, and every panel of a selected subject, by name: THE place to register one.
 * Each is fetched when it is first opened; shell/roles.ts says who sees it on the rail; its words are `panel.<name>` in web/i18n.
 */
export type PanelEntry = { icon: IconName; Body: ComponentType }
export type SubjectProps = { id: string }
export type SubjectEntry = { Body: ComponentType<SubjectProps> }

export const panels: Record<string, PanelEntry> = {
  desk: { icon: 'desk', Body: later(async () => (await import('../desk/panel.tsx')).Desk) },
  mine: { icon: 'folder', Body: later(async () => (await import('../projects/mine.tsx')).MyProjects) },
  digs: { icon: 'list', Body: later(async () => (await import('../projects/list.tsx')).DigsInView) },
  inspections: {
    icon: 'clipboard',
    Body: later(async () => (await import('../inspections/panel.tsx')).InspectionsPanel),
  },
  detections: {
    icon: 'target',
    Body: later(async () => (await import('../detections/list.tsx')).DetectionsPanel),
  },
  report: { icon: 'eye', Body: later(async () => (await import('../detections/citizen-form.tsx')).CitizenReport) },
  near: { icon: 'pin', Body: later(async () => (await import('../petitions/near.tsx')).NearMe) },
  petition: { icon: 'file', Body: later(async () => (await import('../petitions/public-form.tsx')).AskForSomething) },
  petitions: { icon: 'people', Body: later(async () => (await import('../petitions/list.tsx')).PetitionsPanel) },
  areas: { icon: 'area', Body: later(async () => (await import('../areas/panel.tsx')).AreasPanel) },
  checkup: { icon: 'ruler', Body: later(async () => (await import('../restrictions/checkup.tsx')).Checkup) },
  restrictions: {
    icon: 'alert',
    Body: later(async () => (await import('../restrictions/panel.tsx')).RestrictionsPanel),
  },
  alerts: { icon: 'siren', Body: later(async () => (await import('../alerts/panel.tsx')).AlertsPanel) },
  figures: { icon: 'chart', Body: later(async () => (await import('../figures/panel.tsx')).FiguresPanel) },
  calendars: { icon: 'clock', Body: later(async () => (await import('../clocks/calendars.tsx')).CalendarsPanel) },
  explanations: {
    icon: 'file',
    Body: later(async () => (await import('../clocks/explanations.tsx')).ExplanationsPanel),
  },
  imports: { icon: 'import', Body: later(async () => (await import('../ingest/panel.tsx')).ImportsPanel) },
  accounts: { icon: 'people', Body: later(async () => (await import('../accounts/panel.tsx')).AccountsPanel) },
  account: { icon: 'person', Body: later(async () => (await import('../accounts/mine.tsx')).MyAccount) },
  audit: { icon: 'shield', Body: later(async () => (await import('../audit/panel.tsx')).AuditPanel) },
  homes: { icon: 'home', Body: later(async () => (await import('../homes/panel.tsx')).Homes) },
  transfers: { icon: 'swap', Body: later(async () => (await import('../transfers/list.tsx')).Transfers) },
  clashes: { icon: 'clash', Body: later(async () => (await import('../requests/list.tsx')).Requests) },
  webhooks: { icon: 'hook', Body: later(async () => (await import('../webhooks/panel.tsx')).Webhooks) },
  phone: { icon: 'phone', Body: later(async () => (await import('./phone.tsx')).Phone) },
}

/** By the prefix of the public id that `?sel=` carries; its words are `subject.<prefix>`. */
export const subjects: Record<string, SubjectEntry> = {
  ins: { Body: later(async () => (await import('../inspections/visit-panel.tsx')).VisitPanel) },
  rec: { Body: later(async () => (await import('../inspections/rectification-panel.tsx')).RectificationPanel) },
  det: { Body: later(async () => (await import('../detections/panel.tsx')).DetectionPanel) },
  ptn: { Body: later(async () => (await import('../petitions/panel.tsx')).PetitionPanel) },
  bld: { Body: later(async () => (await import('../homes/building.tsx')).BuildingPanel) },
  unt: { Body: later(async () => (await import('../homes/unit.tsx')).UnitPanel) },
  trf: { Body: later(async () => (await import('../transfers/panel.tsx')).TransferPanel) },
  req: { Body: later(async () => (await import('../requests/panel.tsx')).RequestPanel) },
  prj: { Body: later(async () => (await import('../projects/panel.tsx')).ProjectPanel) },
}

/** Other rooms' parts of a dig's panel, a tab each after the overview; `id` is the dig's. Its words are `project.<name>`. */
export const projectParts: Record<string, SubjectEntry> = {
  window: { Body: later(async () => (await import('../permits/of-dig.tsx')).WindowOfDig) },
  restrictions: { Body: later(async () => (await import('../restrictions/of-dig.tsx')).RestrictionsOfDig) },
  petitions: { Body: later(async () => (await import('../petitions/of-dig.tsx')).PetitionsOfDig) },
  geometry: { Body: later(async () => (await import('../surveys/of-dig.tsx')).GeometryOfDig) },
  fees: { Body: later(async () => (await import('../surveys/fees.tsx')).FeesOfDig) },
}

/** The entry for a public id, when somebody registered its kind. */
export function subjectOf(id: string): SubjectEntry | undefined {
  return subjects[id.split('_')[0] ?? '']
}

function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
}
