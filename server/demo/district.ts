import type {
  ClockRow,
  EmergencyCaseRow,
  EventRow,
  InspectionRow,
  ApprovalItemRow,
  HandoverRow,
  PermitConsentRow,
  PermitRow,
  ProjectRow,
  RectificationRow,
  SiteRow,
  UtilityRequestRow,
  WorksRow,
} from './dig-tables.ts'
import type { DetectionRow } from './detections.ts'
import type {
  BuildingRow,
  ConsentRow,
  HomeUnitRow,
  LegMessageRow,
  TransferCaseRow,
  TransferLegRow,
  TransferPartyRow,
} from './home-tables.ts'
import type {
  AdminAreaRow,
  BasemapRow,
  BlackoutRow,
  CounterRow,
  HoldRow,
  NetworkRow,
  OrganisationRow,
  PersonRow,
  ResponsibilityRow,
  RoadRow,
  UtilityRouteRow,
} from './place-tables.ts'

/**
 * Rows of the demo district, one array per table of sql/migrations, columns as there. Geometry is GeoJSON, CGCS2000 lon,lat. The rows
 * of two times (project_version and the like) are not here: the loader folds them from the events.
 */
export interface District {
  today: string
  admin_area: AdminAreaRow[]
  basemap_feature: BasemapRow[]
  organisation: OrganisationRow[]
  person: PersonRow[]
  responsibility: ResponsibilityRow[]
  utility_route: UtilityRouteRow[]
  road_segment: RoadRow[]
  network_segment: NetworkRow[]
  blackout: BlackoutRow[]
  hold: HoldRow[]
  dig_project: ProjectRow[]
  site: SiteRow[]
  permit: PermitRow[]
  approval_item: ApprovalItemRow[]
  permit_consent: PermitConsentRow[]
  handover: HandoverRow[]
  emergency_case: EmergencyCaseRow[]
  works: WorksRow[]
  clock: ClockRow[]
  utility_request: UtilityRequestRow[]
  inspection: InspectionRow[]
  rectification: RectificationRow[]
  event: EventRow[]
  detection: DetectionRow[]
  building: BuildingRow[]
  home_unit: HomeUnitRow[]
  transfer_case: TransferCaseRow[]
  transfer_leg: TransferLegRow[]
  consent_receipt: ConsentRow[]
  /** Names and numbers in clear, all invented; sealed by the loader before they reach a table. */
  transfer_party: TransferPartyRow[]
  leg_message: LegMessageRow[]
  reference_counter: CounterRow[]
}
