import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, request } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { squareMetres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import type { Saved } from './ask.ts'
import type { useQuestion } from './question.ts'

/** The areas that one's organisation keeps; choosing one asks it again with the days it was kept with. */
export function SavedAreas({ asked, onOpened }: { asked: ReturnType<typeof useQuestion>; onOpened: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['areas', 'saved'],
    queryFn: async ({ signal }) => (await get<{ areas: Saved[] }>('/api/areas/saved', undefined, signal)).areas,
  })
  const remove = useMutation({
    mutationFn: (id: string) => request('DELETE', `/api/areas/saved/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['areas', 'saved'] }),
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.length === 0) return <p className="empty">{t('areas.none_saved')}</p>
  const open = ({ id, query }: Saved) => {
    const { from, to, collections, filter } = query as {
      from?: string
      to?: string
      collections?: string[]
      filter?: string
    }
    asked.open({
      area: { kind: 'saved', value: id, buffer_m: 0 },
      from,
      to,
      collections: collections ?? ['projects'],
      text: typeof filter === 'string' ? filter : '',
    })
    onOpened()
  }
  return (
    <>
      {remove.error && <Trouble error={remove.error} />}
      <ul className="areas-saved">
        {data.map((saved) => (
          <li key={saved.id}>
            <button type="button" className="row" onClick={() => open(saved)}>
              <span className="row-title">{saved.name}</span>
              <span className="row-due muted">{squareMetres(saved.area_m2)}</span>
            </button>
            <Button
              size="small"
              look="quiet"
              icon="close"
              label={t('areas.remove', { name: saved.name })}
              disabled={remove.isPending}
              onClick={() => remove.mutate(saved.id)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
