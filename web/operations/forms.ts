import { lazy, type ComponentType } from 'react'
import type { Operation } from './operation.ts'

export type FormProps = { operation: Operation; onCancel: () => void; onDone: (answer?: unknown) => void }

const visit = lazy(async () => ({ default: (await import('../inspections/visit-form.tsx')).VisitForm }))
const apply = lazy(async () => ({ default: (await import('../permits/apply-form.tsx')).ApplyForm }))
const seen = lazy(async () => ({ default: (await import('../detections/verify-form.tsx')).VerifyForm }))
const sendOut = lazy(async () => ({ default: (await import('../petitions/dispatch-form.tsx')).DispatchForm }))

/** Operations that ask more than plain fields have a form of their own: THE place to register one, by the operation's name. */
export const forms: Record<string, ComponentType<FormProps>> = {
  'permit.apply': apply,
  'permit.apply_as_agent': apply,
  'inspection.record': visit,
  'inspection.reinspect': visit,
  'petition.dispatch': sendOut,
  'petition.dispatch_again': sendOut,
  'detection.verify': seen,
  'detection.confirm_rectified': seen,
}
