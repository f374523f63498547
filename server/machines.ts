import { alertMachine, stopOrderMachine } from './alerts/states.ts'
import { approvalMachine } from './approvals/states.ts'
import { changeMachine } from './permits/change-states.ts'
import { consentMachine } from './permits/consent-states.ts'
import { handoverMachine } from './permits/handover-states.ts'
import { promiseMachine } from './permits/promise-states.ts'
import { renewalMachine } from './permits/renewal-states.ts'
import { detectionMachine } from './detections/states.ts'
import { permitMachine } from './permits/states.ts'
import { petitionMachine } from './petitions/states.ts'
import { projectMachine } from './projects/states.ts'
import { rectificationMachine } from './rectifications/states.ts'
import { requestMachine } from './requests/states.ts'
import { feeMachine } from './restrictions/fee-states.ts'
import { siteMachine } from './sites/states.ts'
import { overdigMachine } from './surveys/overdig-states.ts'
import { caseMachine, legMachine } from './transfers/states.ts'
import { emergencyCaseMachine } from './works/case-states.ts'
import { reinstatementMachine } from './works/reinstatement-states.ts'
import { worksMachine } from './works/states.ts'

/** The machine table: every lifecycle there is, in the order of a dig's life. docs/lifecycle.md and the property tests are made from it. */
export const machines = [
  projectMachine,
  approvalMachine,
  permitMachine,
  consentMachine,
  promiseMachine,
  handoverMachine,
  changeMachine,
  renewalMachine,
  feeMachine,
  worksMachine,
  emergencyCaseMachine,
  alertMachine,
  stopOrderMachine,
  siteMachine,
  overdigMachine,
  reinstatementMachine,
  requestMachine,
  rectificationMachine,
  detectionMachine,
  petitionMachine,
  caseMachine,
  legMachine,
] as const
