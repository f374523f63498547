import { useQueryClient } from '@tanstack/react-query'
import { t as phrase } from '../i18n/index.ts'
import { Operations } from '../operations/operations.tsx'
import type { Action } from '../operations/operation.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { say } from '../ui/toast.tsx'
import type { Detection } from './detection.ts'

const reporters = ['inspector', 'authority', 'admin']

/** What is drawn and sent: server/detections/schemas.ts has the rules, and answers with what is wrong by its field. */
const report: Action = {
  name: 'detection.report',
  href: '/api/detections',
  method: 'POST',
  allowed: true,
  reason: null,
  input: {
    geometry: 'geometry_required',
    source: 'choice_required:patrol,drone,satellite',
    observed_on: 'date_required',
    positional_error_m: 'number',
    note: 'text',
  },
}

/** Who watches the ground reports what was seen from above or on the way; it is compared with the permits at once and opened. */
export function ReportDetection() {
  const { session } = useSession()
  const { go } = useAddress()
  const client = useQueryClient()
  if (!reporters.includes(session.role)) return null
  const done = (_name: string, answer?: unknown) => {
    say(phrase('detection.taken_in'))
    void client.invalidateQueries({ queryKey: ['detections'] })
    go({ sel: (answer as Pick<Detection, 'id'>).id })
  }
  return (
    <div className="detection-report">
      <Operations actions={[report]} onDone={done} isSmall />
    </div>
  )
}
