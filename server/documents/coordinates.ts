import type { Geometry } from '../geometry/geojson.ts'
import { planeOf } from '../geometry/local-metres.ts'
import { pathsOf } from '../geometry/paths.ts'
import type { Block } from './sheet.ts'

/** A paper is not a data file: the rest of a shape with more corners is in the dig's record, under the same reference. */
const most = 24

/** The corners of a dig, in CGCS2000: longitude and latitude, and northing and easting of its 3-degree zone. */
export function coordinateBlocks(dig: Geometry): Block[] {
  const plane = planeOf(dig)
  const corners = pathsOf(dig).flatMap(({ kind, positions }) => (kind === 'ring' ? positions.slice(0, -1) : positions))
  const rows = corners.slice(0, most).map((corner, i) => {
    const [easting, northing] = plane.toMetres(corner)
    return [String(i + 1), corner[0].toFixed(7), corner[1].toFixed(7), northing.toFixed(3), easting.toFixed(3)]
  })
  const left = corners.length - rows.length
  return [
    {
      kind: 'line',
      size: 9,
      text: `坐标系：2000 国家大地坐标系（CGCS2000），高斯-克吕格 3° 带，中央子午线 ${plane.central_meridian}°E。拐点共 ${corners.length} 个${left > 0 ? `，列出前 ${most} 个，其余以项目电子图形为准` : ''}。`,
    },
    {
      kind: 'table',
      columns: [
        { title: '点号', share: 1, align: 'center' },
        { title: '经度（°）', share: 2.4, align: 'right' },
        { title: '纬度（°）', share: 2.4, align: 'right' },
        { title: 'X 北（m）', share: 2.4, align: 'right' },
        { title: 'Y 东（m）', share: 2.4, align: 'right' },
      ],
      rows,
    },
  ]
}
