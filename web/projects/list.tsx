import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { get, type Query } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { useFilters } from '../shell/filters.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { NextPage } from '../ui/next-page.tsx'
import type { ProjectPage, ProjectRow } from './project.ts'
import './projects.css'
import { Row } from './row.tsx'

/** 图上项目: the same digs as on the map, in words, in step with its view and its filters. It is the map for who cannot see it. */
export function DigsInView() {
  const box = useBox()
  const { stages, cards, kinds } = useFilters()
  return (
    <Digs
      query={{ bbox: box, stage: stages.join(','), card: cards.join(','), kind: kinds.join(',') }}
      isReady={box !== undefined}
    />
  )
}

type Props = {
  query: Query
  isReady?: boolean
  noteOf?: (project: ProjectRow) => string
  moreOf?: (project: ProjectRow) => ReactNode
}

/** Digs page by page, counted. */
export function Digs({ query, isReady = true, noteOf, moreOf }: Props) {
  const t = useT()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['projects', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      get<ProjectPage>('/api/projects', { ...query, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: isReady,
    placeholderData: (before) => before,
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = data.pages.flatMap(({ projects }) => projects)
  return (
    <>
      <p className="list-count muted" role="status">
        {t(hasNextPage ? 'list.more_than' : 'list.count', { count: rows.length })}
      </p>
      <ol className="rows">
        {rows.map((project) => (
          <Row key={project.id} project={project} note={noteOf?.(project)} more={moreOf?.(project)} />
        ))}
      </ol>
      {rows.length === 0 && <p className="empty">{t('list.empty')}</p>}
      <NextPage {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  )
}

/** What is on screen as `w,s,e,n`, to about a metre; it follows the map when it comes to rest. */
function useBox(): string | undefined {
  const map = useMap()
  const [box, setBox] = useState<string>()
  useEffect(() => {
    if (!map) return
    const read = () =>
      setBox(
        map
          .box()
          .map((degrees) => degrees.toFixed(5))
          .join(','),
      )
    read()
    return map.on('view', read)
  }, [map])
  return box
}
