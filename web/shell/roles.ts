/** Role → what the page shows first: data, so that a new role is a row here and not a folder of screens. */

export type Role =
  'promoter' | 'authority' | 'inspector' | 'utility' | 'planner' | 'registry' | 'auditor' | 'admin' | 'public'

export type RoleView = {
  /** panel that opens after sign-in; null = the bare map */
  start: string | null
  /** panels on the rail, in order; names of shell/panels.ts */
  panels: string[]
  /** layers switched on at the start; names of shell/layers.ts */
  layers: string[]
  /** layers that may be switched on as well */
  moreLayers: string[]
  /** stages shown until the person filters; [] = all */
  stages: string[]
}

const living = ['planned', 'permitting', 'permitted', 'in_progress', 'suspended', 'completed', 'passed']
const onSite = ['permitted', 'in_progress', 'suspended', 'completed']
const ground = ['districts', 'roads', 'buildings', 'projects', 'sites']
const more = ['no_dig', 'density', 'transfers', 'basemap']

/** Who works for the district: the same roles as the server's (server/access/actor.ts). */
export const isStaff = (role: Role): boolean => ['authority', 'inspector', 'planner', 'auditor', 'admin'].includes(role)

export const roles: Record<Role, RoleView> = {
  inspector: {
    start: 'desk',
    panels: ['desk', 'digs', 'inspections', 'detections', 'petitions', 'alerts', 'checkup', 'areas', 'figures'],
    layers: [...ground, 'detections'],
    moreLayers: ['networks', ...more],
    stages: onSite,
  },
  authority: {
    start: 'desk',
    panels: [
      'desk',
      'digs',
      'detections',
      'petitions',
      'alerts',
      'checkup',
      'restrictions',
      'clashes',
      'areas',
      'figures',
      'calendars',
      'imports',
    ],
    layers: [...ground, 'detections'],
    moreLayers: ['networks', ...more],
    stages: living,
  },
  promoter: {
    start: 'mine',
    panels: ['mine', 'desk', 'petitions', 'alerts', 'checkup', 'digs', 'imports', 'figures'],
    layers: ground,
    moreLayers: ['networks', ...more],
    stages: living,
  },
  utility: {
    start: 'desk',
    panels: ['desk', 'transfers', 'clashes', 'petitions', 'digs', 'areas', 'imports', 'webhooks'],
    layers: [...ground, 'networks'],
    moreLayers: more,
    stages: living,
  },
  planner: {
    start: 'areas',
    panels: ['areas', 'checkup', 'digs', 'imports', 'clashes', 'petitions', 'figures'],
    layers: [...ground, 'no_dig', 'networks'],
    moreLayers: ['detections', ...more.filter((name) => name !== 'no_dig')],
    stages: [],
  },
  registry: {
    start: 'homes',
    panels: ['homes', 'transfers', 'desk', 'digs', 'figures'],
    layers: ground,
    moreLayers: more,
    stages: living,
  },
  auditor: {
    start: 'audit',
    panels: ['audit', 'digs', 'petitions', 'transfers', 'areas', 'figures'],
    layers: ground,
    moreLayers: ['networks', 'detections', ...more],
    stages: [],
  },
  admin: {
    start: 'accounts',
    panels: [
      'accounts',
      'desk',
      'digs',
      'restrictions',
      'alerts',
      'transfers',
      'imports',
      'webhooks',
      'audit',
      'areas',
      'figures',
      'calendars',
    ],
    layers: [...ground, 'networks'],
    moreLayers: ['detections', ...more],
    stages: living,
  },
  public: {
    start: null,
    panels: ['near', 'digs', 'report', 'petition', 'checkup', 'alerts', 'figures', 'explanations'],
    layers: ground,
    moreLayers: ['no_dig', 'density', 'basemap'],
    stages: onSite,
  },
}
