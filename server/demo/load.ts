import { createHash } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import type { Keys } from '../access/seal.ts'
import { equalityDigest, seal } from '../access/seal.ts'
import type { Context } from '../context.ts'
import type { Run } from '../run.ts'
import { followDetections } from './detection-cases.ts'
import type { District } from './district.ts'
import { followPetitions } from './petitions.ts'
import { districtCode } from './organisations.ts'

/** How many rows go into one statement: 16,000 small rows took 0.5 s by 500, 0.25 s by 4,000 on PGlite. */
const batch = 2000

/**
 * Writes the demo district into its tables, in bulk, in one transaction: all of it or nothing. Derived columns come as the fold gives
 * them; the rows of two times are folded from the events in SQL. One audit row with the digest of what was written.
 */
export async function loadDistrict({ run, keys }: { run: Run; keys: Keys }, district: District): Promise<void> {
  await run(systemActor(districtCode), async (ctx) => {
    const digest = createHash('sha256')
    const counts: Record<string, number> = {}
    for (const { table, statement, rows } of tables(district, keys)) {
      counts[table] = rows.length
      for (let from = 0; from < rows.length; from += batch) {
        const text = JSON.stringify(rows.slice(from, from + batch))
        digest.update(text)
        await ctx.tx.run(statement, { rows: text })
      }
    }
    for (const statement of folds) await ctx.tx.run(statement, { district_code: districtCode })
    await followDetections(ctx, district)
    await followPetitions(ctx, keys, district)
    await ctx.audit({
      action: 'demo.load',
      district_code: districtCode,
      subject_kind: 'district',
      detail: { today: district.today, rows: counts, digest: digest.digest('hex') },
    })
  })
}

type Table = Exclude<keyof District, 'today'>
type Statement = Parameters<Context['tx']['run']>[0] & `demo/insert_${string}`

/** In the order of their references to each other. */
function tables(district: District, keys: Keys): { table: Table; statement: Statement; rows: readonly object[] }[] {
  const plain = (table: Table, statement: Statement, rows: readonly object[] = district[table]) => ({
    table,
    statement,
    rows,
  })
  return [
    plain('admin_area', 'demo/insert_admin_areas'),
    plain('basemap_feature', 'demo/insert_basemap_features'),
    plain('organisation', 'demo/insert_organisations'),
    plain('person', 'demo/insert_people', sealedPeople(district, keys)),
    plain('responsibility', 'demo/insert_responsibilities'),
    plain('utility_route', 'demo/insert_utility_routes'),
    plain('road_segment', 'demo/insert_road_segments'),
    plain('network_segment', 'demo/insert_network_segments'),
    plain('blackout', 'demo/insert_blackouts'),
    plain('hold', 'demo/insert_holds'),
    plain('dig_project', 'demo/insert_dig_projects'),
    plain('site', 'demo/insert_sites'),
    plain('permit', 'demo/insert_permits'),
    plain('approval_item', 'demo/insert_approval_items'),
    plain('permit_consent', 'demo/insert_permit_consents'),
    plain('handover', 'demo/insert_handovers'),
    plain('emergency_case', 'demo/insert_emergency_cases'),
    plain('works', 'demo/insert_works'),
    plain('clock', 'demo/insert_clocks'),
    plain('utility_request', 'demo/insert_utility_requests'),
    plain('inspection', 'demo/insert_inspections'),
    plain('rectification', 'demo/insert_rectifications'),
    plain('event', 'demo/insert_events'),
    plain('detection', 'demo/insert_detections'),
    plain('building', 'demo/insert_buildings'),
    plain('home_unit', 'demo/insert_home_units'),
    plain('transfer_case', 'demo/insert_transfer_cases'),
    plain('transfer_leg', 'demo/insert_transfer_legs', sealedLegs(district, keys)),
    plain('consent_receipt', 'demo/insert_consent_receipts'),
    plain('transfer_party', 'demo/insert_transfer_parties', sealedParties(district, keys)),
    plain('leg_message', 'demo/insert_leg_messages', keyedMessages(district, keys)),
    plain('reference_counter', 'demo/insert_reference_counters'),
  ]
}

/** What follows from the rows just written. */
const folds = [
  'demo/insert_project_versions',
  'demo/insert_project_geometries',
  'demo/insert_footprints',
  'demo/insert_site_versions',
  'demo/insert_permit_versions',
  'demo/insert_clock_versions',
  'demo/insert_clock_pauses',
  'demo/insert_special_procedures',
] as const

function sealedPeople({ person }: District, keys: Keys): object[] {
  return person.map(({ phone, ...row }) => ({ ...row, phone_sealed: seal(keys, phone) }))
}

/** Accounts sealed, with their digest; it also ends the key under which a leg was pushed. */
function sealedLegs({ transfer_leg }: District, keys: Keys): object[] {
  return transfer_leg.map(({ account, push_key, ...row }) => ({
    ...row,
    account_sealed: account && seal(keys, account),
    account_hmac: account && equalityDigest(keys, account),
    account_masked: account && `****${account.slice(-4)}`,
    push_key: account && push_key && `${push_key}:${equalityDigest(keys, account)}`,
  }))
}

function keyedMessages({ leg_message, transfer_leg }: District, keys: Keys): object[] {
  const accounts = new Map(transfer_leg.map(({ id, account }) => [id, account]))
  return leg_message.map((message) => ({
    ...message,
    key: `${message.key}:${equalityDigest(keys, accounts.get(message.leg_id) ?? '')}`,
  }))
}

function sealedParties({ transfer_party }: District, keys: Keys): object[] {
  return transfer_party.map(({ name, id_no, phone, ...row }) => ({
    ...row,
    name_sealed: seal(keys, name),
    name_masked: `${[...name][0]}${'*'.repeat([...name].length - 1)}`,
    id_no_sealed: seal(keys, id_no),
    id_no_hmac: equalityDigest(keys, id_no),
    phone_sealed: seal(keys, phone),
  }))
}
