import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { get, post, ProblemError, request } from '../api.ts'
import type { Role } from './roles.ts'

export type Session = {
  role: Role
  /** public id of the person; null for the public */
  person_id: string | null
  name: string | null
  name_en: string | null
  organisation: string | null
  organisation_en: string | null
  /** the business day, YYYY-MM-DD in Asia/Shanghai (the demo bar may have moved it) */
  today: string
  demo: boolean
  /** the issuer that people may sign in at; null where there is none */
  single_sign_on: { name: string | null } | null
}

export type DemoAccount = {
  name: string
  name_en?: string
  role: Role
  organisation: string
  organisation_en?: string
  utility_kind?: string | null
  token: string
}

const nobody = (): Session => ({
  role: 'public',
  person_id: null,
  name: null,
  name_en: null,
  organisation: null,
  organisation_en: null,
  today: '',
  demo: false,
  single_sign_on: null,
})

/** Who am I: asked once, again after signing in, out, or a turn of the demo clock. Nobody is the public, not an error. */
export function useSession(): { session: Session; isKnown: boolean } {
  const { data } = useQuery({ queryKey: ['session'], queryFn: whoAmI, staleTime: 60_000 })
  return { session: data ?? nobody(), isKnown: data !== undefined }
}

/** The people of the demo; an empty list where there is no demo (404). */
export function useDemoAccounts(): DemoAccount[] | undefined {
  const { data } = useQuery({ queryKey: ['demo', 'accounts'], queryFn: demoAccounts, staleTime: Infinity })
  return data
}

/** Becomes somebody: by a demo account's token, or by login and password (and the six digits, when asked). */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (who: { token: string } | { login: string; password: string; code?: string }) =>
      post<unknown>('token' in who ? '/api/session' : '/api/session/sign-in', who),
    onSuccess: () => forget(client),
  })
}

/** For who has become somebody in another way: everything is read again under the new eyes. */
export function useBecome(): () => void {
  const client = useQueryClient()
  return () => forget(client)
}

/** Ends the session; the page goes on as the public. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<unknown>('DELETE', '/api/session'),
    onSuccess: async () => {
      forget(client)
      // what an inspector took along does not stay on a device that nobody is signed in on
      const { forgetDay } = await import('../field/kept.ts')
      await forgetDay()
    },
  })
}

/**
 * What was read as somebody else is forgotten at once and read again by who shows it; nobody waits for that. The people of the
 * demo are the same for everybody, and an invitation that was just taken up is not there to be read again.
 */
function forget(client: QueryClient): void {
  const isNobodys = ([room, what]: readonly unknown[]) =>
    room === 'invitation' || (room === 'demo' && what === 'accounts')
  void client.resetQueries({ predicate: ({ queryKey }) => !isNobodys(queryKey) })
}

/** Who the server says one is. */
export async function whoAmI(): Promise<Session> {
  try {
    return { ...nobody(), ...(await get<Partial<Session>>('/api/session')) }
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 401 || error.status === 404)) return nobody()
    throw error
  }
}

async function demoAccounts(): Promise<DemoAccount[]> {
  try {
    return await get<DemoAccount[]>('/api/demo/accounts')
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return []
    throw error
  }
}
