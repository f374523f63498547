import { lazy, Suspense } from 'react'
import { useAddress } from './address.ts'

const Start = lazy(async () => ({ default: (await import('./start.tsx')).Start }))
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))

/** The two questions that stand above everything: who are you today, and prove it. */
export function Dialog() {
  const { panel } = useAddress()
  if (panel !== 'start' && panel !== 'sign-in') return null
  return <Suspense fallback={null}>{panel === 'start' ? <Start /> : <SignIn />}</Suspense>
}
