import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { beforeAll, expect, test, vi } from 'vitest'
import { collect } from '../../web/map/geojson.ts'
import { districts, buildings, networks, roads } from '../../web/map/ground.ts'
import { basemap } from '../../web/map/basemap.ts'
import { filterOf, type RoomLayer, type Scene } from '../../web/map/scene.ts'
import { sketchLayer } from '../../web/map/sketch.ts'
import { keepTools, styleOf } from '../../web/map/style.ts'
import { detections } from '../../web/detections/layer.ts'
import { projects } from '../../web/projects/layer.ts'
import { sites } from '../../web/projects/sites-layer.ts'

const rooms: Record<string, RoomLayer> = { basemap, districts, buildings, roads, networks, detections, projects, sites }
const scene: Scene = {
  theme: 'light',
  language: 'zh-CN',
  layers: Object.keys(rooms),
  stages: ['planned'],
  cards: ['red'],
  kinds: ['pipeline_works'],
  selected: 'prj_510116_x',
  basemap: undefined,
}

beforeAll(() => void vi.stubGlobal('location', { origin: 'http://127.0.0.1:8080' }))

test.each(['light', 'dark'] as const)('the whole map is a valid MapLibre style (%s)', (theme) => {
  expect(validateStyleMin(styleOf({ ...scene, theme }, rooms) as never)).toEqual([])
})

test.each([
  { kind: 'xyz', url: 'https://tiles.example/{z}/{x}/{y}.png', datum: 'wgs84', attribution: '©' },
  { kind: 'pmtiles', url: '/city.pmtiles', datum: 'gcj02', attribution: null, tiles: 'vector' },
] as const)("an operator's $kind map is a valid ground, and ours gives way", (setting) => {
  const style = styleOf({ ...scene, basemap: setting }, rooms)
  expect(validateStyleMin(style as never)).toEqual([])
  const ids = style.layers.map(({ id }) => id)
  expect(ids.some((id) => id.startsWith('operator'))).toBe(true)
  expect(ids).not.toContain('road')
})

test('a layer that is switched off brings neither layers nor sources', () => {
  const { sources, layers } = styleOf({ ...scene, layers: ['projects'] }, rooms)
  expect(Object.keys(sources).sort()).toEqual(['project_points', 'projects'])
  expect(layers.every((layer) => layer.id === 'land' || layer.id.startsWith('project'))).toBe(true)
})

test('the card is drawn under the stage, so that the ring of a trench does not hide what stage it is in', () => {
  const ids = styleOf(scene, rooms).layers.map(({ id }) => id)
  expect(ids.indexOf('project-ring')).toBeLessThan(ids.indexOf('project-fill'))
})

test('a sketch is drawn above the digs whatever is switched on, and goes when it is taken away', () => {
  const sketch = sketchLayer('area', { features: collect([{ type: 'Point', coordinates: [104, 30.5] }]) })
  const drawn = styleOf({ ...scene, layers: ['projects'] }, { ...rooms, 'sketch-area': sketch })
  expect(validateStyleMin(drawn as never)).toEqual([])
  const ids = drawn.layers.map(({ id }) => id)
  expect(ids.indexOf('sketch-area-fill')).toBeGreaterThan(ids.indexOf('project-point'))
  expect(styleOf(scene, rooms).layers.some(({ id }) => id.startsWith('sketch'))).toBe(false)
})

test('what a drawing tool put on the map survives a change of scene', () => {
  const before = styleOf(scene, rooms)
  before.sources['td-polygon'] = { type: 'geojson', data: collect([]) }
  before.layers.push({ id: 'td-polygon-fill', type: 'fill', source: 'td-polygon' })
  const after = keepTools(before, styleOf({ ...scene, theme: 'dark' }, rooms))
  expect(Object.keys(after.sources)).toContain('td-polygon')
  expect(after.layers.at(-1)?.id).toBe('td-polygon-fill')
})

test('no filter lets every dig through', () => {
  expect(filterOf({ stages: [], cards: [], kinds: [] })).toEqual(['all'])
})
