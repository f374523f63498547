import { t } from '../i18n/index.ts'
import type { ExpressionSpecification, FilterSpecification } from '../map/map.ts'
import { filterOf, tiles, type RoomLayer } from '../map/scene.ts'

/** Fill by what the ground is like now: whole, open, filled, open again, restored. */
export const siteColour = {
  not_begun: '#8c9bb3',
  open: '#f0751d',
  backfilled: '#c9a227',
  reopened: '#d6336c',
  restored: '#2b9a55',
} as const
export type SiteStatus = keyof typeof siteColour

const byStatus = [
  'match',
  ['get', 'status'],
  ...Object.entries(siteColour).flat(),
  '#8c9bb3',
] as unknown as ExpressionSpecification
// before and after, the dig's own fill says its stage better
const isAtWork: ExpressionSpecification = [
  'in',
  ['get', 'stage'],
  ['literal', ['permitted', 'in_progress', 'suspended', 'completed']],
]

/** Sites (工段): where the ground is really open, from street scale on, inside their dig, while there is work on it. */
export const sites: RoomLayer = {
  sources: () => ({ sites: tiles('sites') }),
  live: ['sites'],
  draw: (scene, palette) => {
    const site = {
      source: 'sites',
      'source-layer': 'sites',
      minzoom: 14,
      filter: ['all', filterOf({ ...scene, kinds: [] }), isAtWork] as FilterSpecification,
    } as const
    return {
      subject: [
        {
          id: 'site-fill',
          type: 'fill',
          ...site,
          paint: {
            'fill-color': byStatus,
            'fill-opacity': ['match', ['get', 'status'], 'not_begun', 0, 'restored', 0.35, 0.7],
          },
        },
        { id: 'site-line', type: 'line', ...site, paint: { 'line-color': byStatus, 'line-width': 1.6 } },
      ],
      label: [
        {
          id: 'site-name',
          type: 'symbol',
          ...site,
          minzoom: 16,
          layout: {
            'text-field': ['concat', t('site.short'), ['to-string', ['get', 'number']]],
            'text-font': ['Noto Sans CJK SC'],
            'text-size': 11,
          },
          paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
        },
      ],
    }
  },
}
