import { useEffect } from 'react'
import { useAddress } from './address.ts'
import { roles } from './roles.ts'
import { useSession } from './session.ts'

/** `/` is nobody's place for long: a signed-in person goes to the role's first screen, a newcomer of the demo is asked who they are. */
export function useHome(): void {
  const { panel, sel, invitation, go } = useAddress()
  const { session, isKnown } = useSession()
  const { role, demo } = session
  useEffect(() => {
    if (panel || sel || invitation || !isKnown) return
    const home = role === 'public' && demo ? 'start' : roles[role]?.start
    if (home) go({ panel: home }, { replace: true })
  }, [panel, sel, invitation, isKnown, role, demo, go])
}
