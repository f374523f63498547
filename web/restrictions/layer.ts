import { t } from '../i18n/index.ts'
import type { ExpressionSpecification } from '../map/map.ts'
import { noDigColour } from '../map/palette.ts'
import { tiles, type RoomLayer } from '../map/scene.ts'

/** Years until a road may be dug again, by the device's day: a colour and a figure, while the tile itself holds only what is closed. */
function yearsLeft(): ExpressionSpecification {
  const part = (from: number, to: number): ExpressionSpecification => [
    'to-number',
    ['slice', ['get', 'open_until'], from, to],
  ]
  const today = new Date()
  const now = today.getFullYear() + today.getMonth() / 12 + today.getDate() / 366
  return ['max', 0, ['-', ['+', part(0, 4), ['/', ['-', part(5, 7), 1], 12], ['/', part(8, 10), 366]], now]]
}

const isClosed: ExpressionSpecification = ['has', 'open_until']

/** 禁挖路段: roads inside their no-dig years, hatched across, with the years that are left. */
export const no_dig: RoomLayer = {
  sources: () => ({ roads: tiles('roads') }),
  draw: (_scene, palette) => ({
    street: [
      {
        id: 'no-dig',
        type: 'line',
        source: 'roads',
        'source-layer': 'roads',
        minzoom: 12,
        filter: isClosed,
        paint: {
          'line-color': ['step', yearsLeft(), noDigColour[0], 1, noDigColour[1], 3, noDigColour[2]],
          'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 12, 3, 16, 10, 19, 34],
          'line-opacity': 0.8,
          'line-dasharray': [0.2, 0.35],
        },
      },
    ],
    label: [
      {
        id: 'no-dig-years',
        type: 'symbol',
        source: 'roads',
        'source-layer': 'roads',
        minzoom: 14,
        filter: isClosed,
        layout: {
          'symbol-placement': 'line',
          'text-field': [
            'concat',
            t('restriction.no_dig_short'),
            ' ',
            ['number-format', yearsLeft(), { 'max-fraction-digits': 1 }],
            ' ',
            t('restriction.years'),
          ],
          'text-font': ['Noto Sans CJK SC'],
          'text-size': 11,
          'text-offset': [0, 1.3],
          'symbol-spacing': 260,
        },
        paint: { 'text-color': noDigColour[2], 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
      },
    ],
  }),
}
