import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

export type Figures = InferResponseType<Api['figures']['index']['$get'], 200>
export type Tile = Figures['tiles'][number]
export type Supervision = InferResponseType<Api['figures']['supervision']['$get'], 200>
export type Approval = InferResponseType<Api['figures']['approvals']['$get'], 200>['approvals'][number]
export type Request = InferResponseType<Api['figures']['petitions']['$get'], 200>['petitions'][number]
export type Late = InferResponseType<Api['figures']['late']['$get'], 200>['clocks'][number]

/** Which rows are shown: the decisions behind a tile, or the clocks behind a figure of supervision. */
export type Behind = { of: 'approvals'; figure: string } | { of: 'breached' | 'unexplained' | 'petitions' }

export function useFigures(year: number | undefined) {
  return useQuery({
    queryKey: ['figures', year],
    queryFn: ({ signal }) => get<Figures>('/api/figures', { year }, signal),
    placeholderData: (before) => before,
  })
}

export function useSupervision(year: number) {
  return useQuery({
    queryKey: ['figures', 'supervision', year],
    queryFn: ({ signal }) => get<Supervision>('/api/figures/supervision', { year }, signal),
    placeholderData: (before) => before,
  })
}

/** A figure as people read it: 9.07 working days, 83 %. */
export function shown(unit: Tile['unit'], value: number | null): string {
  if (value === null) return '—'
  if (unit === 'count') return String(value)
  return unit === 'share' ? `${Number((value * 100).toFixed(1))}%` : String(Number(value.toFixed(2)))
}
