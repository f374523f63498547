import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get, ProblemError, type Api, type FieldError, type InferResponseType } from '../api.ts'

type Accounts = Api['accounts']
export type Organisation = InferResponseType<Accounts['organisations']['$get'], 200>['organisations'][number]
export type Person = InferResponseType<Accounts['people']['$get'], 200>['people'][number]
export type Invitation = InferResponseType<Accounts['invitations']['$get'], 200>['invitations'][number]
export type Token = InferResponseType<Api['ownAccount']['tokens']['$get'], 200>['tokens'][number]

/** The organisations of the district, the oldest first. */
export const useOrganisations = (): UseQueryResult<Organisation[]> =>
  useQuery({
    queryKey: ['accounts', 'organisations', 'list'],
    queryFn: async ({ signal }) =>
      (await get<{ organisations: Organisation[] }>('/api/accounts/organisations', undefined, signal)).organisations,
  })

/** The people that the caller may see, by login: all for the operator, colleagues for everybody else. */
export const usePeople = (): UseQueryResult<Person[]> =>
  useQuery({
    queryKey: ['accounts', 'people', 'list'],
    queryFn: async ({ signal }) => (await get<{ people: Person[] }>('/api/accounts/people', undefined, signal)).people,
  })

/** Invitations that can still be taken up, the newest first. */
export const useInvitations = (): UseQueryResult<Invitation[]> =>
  useQuery({
    queryKey: ['accounts', 'invitations', 'list'],
    queryFn: async ({ signal }) =>
      (await get<{ invitations: Invitation[] }>('/api/accounts/invitations', undefined, signal)).invitations,
  })

/** One's own tokens that still work, the newest first. */
export const useTokens = (): UseQueryResult<Token[]> =>
  useQuery({
    queryKey: ['accounts', 'tokens', 'list'],
    queryFn: async ({ signal }) => (await get<{ tokens: Token[] }>('/api/accounts/tokens', undefined, signal)).tokens,
  })

/** What the server found wrong with one field of a form. */
export const wrongIn = (error: unknown, name: string): FieldError | undefined =>
  error instanceof ProblemError ? error.errors.find(({ pointer }) => pointer === `/${name}`) : undefined
