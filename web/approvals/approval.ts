import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

type Answer = InferResponseType<Api['approvals'][':id']['approvals']['$get'], 200>
export type Stage = Answer['stages'][number]
export type Item = Stage['items'][number]

/** The approval stages of a dig with every item; none for a dig that runs none. */
export function useStages(id: string) {
  return useQuery({
    queryKey: ['approvals', 'list', id],
    queryFn: ({ signal }) => get<Answer>(`/api/projects/${id}/approvals`, undefined, signal),
  })
}
