/** Kinds of things that have a public id. The id embeds the district, so that it alone finds the shard. */
const prefixes = {
  prj: 'projects',
  sit: 'sites',
  per: 'permits',
  wrk: 'works',
  clk: 'clocks',
  ins: 'inspections',
  rec: 'rectifications',
  req: 'requests',
  trf: 'transfers',
  leg: 'legs',
  bld: 'buildings',
  unt: 'units',
  att: 'attachments',
  doc: 'documents',
  cmt: 'comments',
  evt: 'events',
  sub: 'subscriptions',
  dlv: 'deliveries',
  org: 'organisations',
  psn: 'people',
  imp: 'imports',
  lay: 'layers',
  det: 'detections',
  msg: 'messages',
  net: 'networks',
  rod: 'roads',
  are: 'areas',
  tok: 'tokens',
  inv: 'invitations',
  con: 'consents',
  chg: 'changes',
  ren: 'renewals',
  emc: 'emergency cases',
  prm: 'promises',
  hnd: 'hand-overs',
  man: 'mandates',
  blk: 'blackouts',
  hld: 'holds',
  alt: 'alerts',
  sto: 'stop orders',
  odc: 'over-dig cases',
  fee: 'fees',
  rst: 'reinstatements',
  apv: 'approvals',
  dst: 'datastreams',
  bre: 'breaches',
  ptn: 'petitions',
} as const
export type IdPrefix = keyof typeof prefixes

export interface Key {
  district_code: number
  id: string
}

/** `prj_510116_<uuid>` from its parts. */
export function publicId(prefix: IdPrefix, district_code: number, id: string): string {
  return `${prefix}_${district_code}_${id}`
}

/** The parts of a public id, or null when it is not one of this kind. */
export function parsePublicId(prefix: IdPrefix, text: string): Key | null {
  const match = /^([a-z]{3})_(\d{6})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(text)
  return match?.[1] === prefix ? { district_code: Number(match[2]), id: match[3]! } : null
}
