import { expect, test } from 'vitest'
import { commandsOf } from '../../server/tiles/mvt.ts'
import { readWkb } from '../../server/tiles/wkb.ts'
import { wkb, type Drawn } from './wkb-writer.ts'

/** The worked examples of the Mapbox Vector Tile Specification 2.1, section 4.3.5. */
const examples: [string, Drawn, number[]][] = [
  ['4.3.5.1 point', { type: 'Point', coordinates: [25, 17] }, [9, 50, 34]],
  [
    '4.3.5.2 multi point',
    {
      type: 'MultiPoint',
      coordinates: [
        [5, 7],
        [3, 2],
      ],
    },
    [17, 10, 14, 3, 9],
  ],
  [
    '4.3.5.3 linestring',
    {
      type: 'LineString',
      coordinates: [
        [2, 2],
        [2, 10],
        [10, 10],
      ],
    },
    [9, 4, 4, 18, 0, 16, 16, 0],
  ],
  [
    '4.3.5.4 multi linestring',
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [2, 2],
          [2, 10],
          [10, 10],
        ],
        [
          [1, 1],
          [3, 5],
        ],
      ],
    },
    [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8],
  ],
  [
    '4.3.5.5 polygon',
    {
      type: 'Polygon',
      coordinates: [
        [
          [3, 6],
          [8, 12],
          [20, 34],
          [3, 6],
        ],
      ],
    },
    [9, 6, 12, 18, 10, 12, 24, 44, 15],
  ],
  [
    '4.3.5.6 multi polygon with a hole',
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [0, 10],
            [0, 0],
          ],
        ],
        [
          [
            [11, 11],
            [20, 11],
            [20, 20],
            [11, 20],
            [11, 11],
          ],
          [
            [13, 13],
            [13, 17],
            [17, 17],
            [17, 13],
            [13, 13],
          ],
        ],
      ],
    },
    [9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15],
  ],
]

test.each(examples)('the commands of %s are those of the specification', (_name, drawn, commands) => {
  expect(commandsOf(readWkb(wkb(drawn))!)).toEqual(commands)
})
