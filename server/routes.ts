import type { ActionSource } from './http/environment.ts'
import { alerts } from './alerts/routes.ts'
import { alertActions } from './alerts/actions.ts'
import { approvalActions } from './approvals/actions.ts'
import { approvals, projectApprovals } from './approvals/routes.ts'
import { feeds } from './feeds/routes.ts'
import { figures } from './figures/routes.ts'
import { ownAccount } from './accounts/own-routes.ts'
import { accounts } from './accounts/routes.ts'
import { signIns } from './accounts/sign-in-routes.ts'
import { singleSignOn } from './accounts/single-sign-on-routes.ts'
import { areas } from './areas/routes.ts'
import { searches } from './search/routes.ts'
import { sessions } from './accounts/session-routes.ts'
import { attachments } from './attachments/routes.ts'
import { takeUpload } from './attachments/take.ts'
import { audit } from './audit/routes.ts'
import { backups } from './backup/routes.ts'
import { checkClashes } from './clashes/check.ts'
import { nearbyDigs } from './clashes/neighbours.ts'
import { clashes } from './clashes/routes.ts'
import { calendars } from './clocks/calendar-routes.ts'
import { clockActions } from './clocks/actions.ts'
import { clocks } from './clocks/routes.ts'
import { desk } from './desk/routes.ts'
import { boards, checks, reports } from './documents/printed-routes.ts'
import { documents, permitDocuments, projectDocuments } from './documents/routes.ts'
import { requests } from './requests/routes.ts'
import { demo } from './demo/routes.ts'
import { citizenReports } from './detections/citizen-routes.ts'
import { detectionMoves } from './detections/move-routes.ts'
import { detections } from './detections/routes.ts'
import { dictionaries } from './dictionaries/routes.ts'
import { events } from './events/routes.ts'
import { room } from './http/router.ts'
import { imports } from './ingest/routes.ts'
import { inspectionActions } from './inspections/actions.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { fieldPack } from './inspections/pack-routes.ts'
import { inspectionTasks } from './inspections/task-routes.ts'
import { layers } from './layers/routes.ts'
import { live } from './live/routes.ts'
import { settings } from './settings/routes.ts'
import { bulkPermits } from './permits/bulk-routes.ts'
import { permitActions } from './permits/actions.ts'
import { applications } from './permits/application-routes.ts'
import { consents } from './permits/consent-routes.ts'
import { handovers } from './permits/handover-routes.ts'
import { mandates } from './permits/mandate-routes.ts'
import { changes, renewals } from './permits/request-routes.ts'
import { permits } from './permits/routes.ts'
import { petitionMoves } from './petitions/move-routes.ts'
import { publicPetitions } from './petitions/public-routes.ts'
import { petitions } from './petitions/routes.ts'
import { projects } from './projects/routes.ts'
import { rectificationActions } from './rectifications/actions.ts'
import { followInspection, followWithdrawal } from './rectifications/follow-inspection.ts'
import { rectifications } from './rectifications/routes.ts'
import { feeActions } from './restrictions/fee-actions.ts'
import { fees, projectFees } from './restrictions/fee-routes.ts'
import { restrictionRoutes } from './restrictions/routes.ts'
import { siteActions } from './sites/actions.ts'
import { surveyActions } from './surveys/actions.ts'
import { overdigs, projectGeometries, surveys } from './surveys/routes.ts'
import { sites } from './sites/routes.ts'
import { deliveries, subscriptions } from './webhooks/routes.ts'
import { worksActions } from './works/actions.ts'
import { homes } from './homes/routes.ts'
import { messages } from './messages/routes.ts'
import { legs } from './transfers/leg-routes.ts'
import { transfers } from './transfers/routes.ts'
import { track } from './transfers/track-routes.ts'
import { tiles } from './tiles/routes.ts'
import { emergencies } from './works/emergency-routes.ts'
import { reinstatementActions } from './works/reinstatement-actions.ts'
import { guarantees, reinstatements } from './works/reinstatement-routes.ts'
import { works } from './works/routes.ts'

/** The route table: every room, one line each. `Routes` is what the web knows of the server. */
export const routes = room()
  .route('/api/projects', projects)
  .route('/api/projects', applications)
  .route('/api/projects', projectApprovals)
  .route('/api/projects', works)
  .route('/api/projects', projectGeometries)
  .route('/api/projects', guarantees)
  .route('/api/projects', projectFees)
  .route('/api/projects', projectDocuments)
  .route('/api/projects', boards)
  .route('/api/permits', bulkPermits)
  .route('/api/permits', permits)
  .route('/api/consents', consents)
  .route('/api/handovers', handovers)
  .route('/api/approvals', approvals)
  .route('/api/mandates', mandates)
  .route('/api/changes', changes)
  .route('/api/renewals', renewals)
  .route('/api/emergencies', emergencies)
  .route('/api/permits', permitDocuments)
  .route('/api/documents', documents)
  .route('/api/check', checks)
  .route('/api/reports', reports)
  .route('/api/sites', surveys)
  .route('/api/sites', sites)
  .route('/api/overdigs', overdigs)
  .route('/api/fees', fees)
  .route('/api/reinstatements', reinstatements)
  .route('/api/inspections', inspectionRoutes({ recorded: followInspection, withdrawn: followWithdrawal }))
  .route('/api/inspection-tasks', inspectionTasks)
  .route('/api/field', fieldPack)
  .route('/api/feeds', feeds)
  .route('/api/rectifications', rectifications)
  .route('/api/detections', detections)
  .route('/api/detections', detectionMoves)
  .route('/api/citizen-reports', citizenReports(takeUpload))
  .route('/api/petitions', petitions)
  .route('/api/petitions', petitionMoves)
  .route('/api/public', publicPetitions(takeUpload))
  .route('/api/attachments', attachments)
  .route('/api/dictionaries', dictionaries)
  .route('/api/imports', imports)
  .route('/tiles', tiles)
  .route('/api/subscriptions', subscriptions)
  .route('/api/deliveries', deliveries)
  .route('/api/session', sessions)
  .route('/api/session', signIns)
  .route('/api/session/oidc', singleSignOn)
  .route('/api/accounts', accounts)
  .route('/api/accounts', ownAccount)
  .route('/api/settings', settings)
  .route('/api/demo', demo)
  .route('/api/demo/messages', messages)
  .route('/api/events', events)
  .route('/api/audit', audit)
  .route('/api/backups', backups)
  .route('/api/live', live)
  .route('/api/clashes', clashes)
  .route('/api/clocks', clocks)
  .route('/api/calendars', calendars)
  .route('/api/restrictions', restrictionRoutes({ findLines: checkClashes, nearbyDigs }))
  .route('/api/alerts', alerts)
  .route('/api/figures', figures)
  .route('/api/requests', requests)
  .route('/api/desk', desk)
  .route('/api/transfers', transfers)
  .route('/api/transfers', legs)
  .route('/api/track', track)
  .route('/api/homes', homes)
  .route('/api/areas', areas)
  .route('/api/search', searches)
  .route('/api/layers', layers)
export type Routes = typeof routes

/** Which rooms say what may be done next with a project, in the order of its life. */
export const actionSources: readonly ActionSource[] = [
  approvalActions,
  permitActions,
  feeActions,
  alertActions,
  worksActions,
  siteActions,
  surveyActions,
  reinstatementActions,
  inspectionActions,
  rectificationActions,
  clockActions,
]
