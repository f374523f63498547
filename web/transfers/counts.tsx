import { useQuery } from '@tanstack/react-query'
import { useT, words } from '../i18n/index.ts'
import { get } from '../api.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import type { StreetCount } from './flows.ts'

/** Moving accounts per street, for who has no part in any sale: a count under five is hidden. */
export function Counts() {
  const t = useT()
  const { data, error, refetch } = useQuery({
    queryKey: ['transfers', 'counts', 'list'],
    queryFn: ({ signal }) => get<{ streets: StreetCount[] }>('/api/transfers/counts', undefined, signal),
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const kinds = [...new Set(data.streets.map(({ kind }) => kind))]
  const streets = [...new Map(data.streets.map((row) => [row.admin_code, row.street_name])).entries()]
  const of = (code: string, kind: string) => data.streets.find((row) => row.admin_code === code && row.kind === kind)
  return (
    <div className="counts">
      <p className="muted">{t('transfer.counts.explain')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('transfer.counts.street')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {words(`utility.${kind}`, kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {streets.map(([code, name]) => (
            <tr key={code}>
              <th scope="row">{name ?? code}</th>
              {kinds.map((kind) => (
                <td key={kind}>{of(code, kind)?.open ?? '<5'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
