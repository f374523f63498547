import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

export type Papers = InferResponseType<Api['papers'][':id']['documents']['$get'], 200>
export type Paper = Papers['documents'][number]
export type Check = InferResponseType<Api['checks'][':id']['$get'], 200>

/** While a paper is printed nothing tells that it soon will be; a second or two later it is. */
const printing_ms = 1500

/** The authority's papers of a dig; asked again by itself while one of them is being printed. */
export function usePapers(project_id: string): UseQueryResult<Papers> {
  return useQuery({
    queryKey: ['papers', project_id],
    queryFn: ({ signal }) => get<Papers>(`/api/projects/${project_id}/documents`, undefined, signal),
    refetchInterval: (query) =>
      query.state.data?.documents.some(({ state }) => state === 'due') ? printing_ms : false,
  })
}
