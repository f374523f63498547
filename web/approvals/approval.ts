import { useQuery } from '@tanstack/react-query'
import { pick, useLanguage } from '../i18n/index.ts'
import { get, type Api, type InferResponseType } from '../api.ts'

type Answer = InferResponseType<Api['approvals'][':id']['approvals']['$get'], 200>
export type Stage = Answer['stages'][number]
export type Item = Stage['items'][number]

/** The approval stages of a dig with every item; none for a dig that runs none. */
export function useStages(id: string, isAsked = true) {
  return useQuery({
    enabled: isAsked,
    queryKey: ['approvals', 'list', id],
    queryFn: ({ signal }) => get<Answer>(`/api/projects/${id}/approvals`, undefined, signal),
  })
}

/** What each asked item of a dig is called: by the last part of its id, which its clock names as subject. */
export function useItemNames(id: string, isAsked: boolean): Map<string, string> {
  const language = useLanguage()
  const { data } = useStages(id, isAsked)
  const items = (data?.stages ?? []).flatMap((stage) => stage.items)
  return new Map(
    items.flatMap(({ asked, label_zh, label_en }) =>
      asked ? [[asked.id.split('_').at(-1)!, pick(language, label_zh, label_en)]] : [],
    ),
  )
}
