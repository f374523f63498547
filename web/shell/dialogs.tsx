import { lazy, Suspense, type ComponentType } from 'react'
import { useAddress } from './address.ts'
import { Return } from './single-sign-on.tsx'

const Start = lazy(async () => ({ default: (await import('./start.tsx')).Start }))
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))
const SecondFactor = lazy(async () => ({ default: (await import('../accounts/second-factor.tsx')).SecondFactor }))
const Invitation = lazy(async () => ({ default: (await import('../accounts/invitation.tsx')).Invitation }))

const dialogs: Record<string, ComponentType> = {
  start: Start,
  'sign-in': SignIn,
  oidc: Return,
  'second-factor': SecondFactor,
}

/** What stands above everything: who are you today, prove it, and come in. */
export function Dialog() {
  const { panel, invitation } = useAddress()
  const Named = dialogs[panel ?? '']
  if (!invitation && !Named) return null
  return <Suspense fallback={null}>{invitation ? <Invitation invitation={invitation} /> : Named && <Named />}</Suspense>
}
