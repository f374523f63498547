import { pick, t } from '../i18n/index.ts'
import { nameIn, tiles, type RoomLayer } from './scene.ts'
import type { ExpressionSpecification } from './map.ts'
import { themeColour } from './palette.ts'

const text = ['Noto Sans CJK SC'] // without glyphs the name only has to be there; the device's font is used

/** Our own ground: divisions, water and green, buildings, roads. It draws well without any outside map. */
export const districts: RoomLayer = {
  sources: () => ({ districts: tiles('districts'), basemap: tiles('basemap') }),
  draw: ({ language }, palette) => ({
    cover: [
      {
        id: 'green',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'basemap',
        filter: ['in', ['get', 'theme'], ['literal', ['green', 'airport']]],
        paint: { 'fill-color': palette.green },
      },
      {
        id: 'water',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'basemap',
        filter: ['==', ['get', 'theme'], 'water'],
        paint: { 'fill-color': palette.water },
      },
      {
        id: 'stream',
        type: 'line',
        source: 'basemap',
        'source-layer': 'basemap',
        filter: ['all', ['==', ['get', 'theme'], 'water'], ['==', ['geometry-type'], 'LineString']],
        paint: { 'line-color': palette.water, 'line-width': 2.5 },
      },
    ],
    area: [
      {
        id: 'district-line',
        type: 'line',
        source: 'districts',
        'source-layer': 'districts',
        paint: {
          'line-color': palette.border,
          'line-width': ['match', ['get', 'level'], 'county', 2, 0.9],
          'line-dasharray': [4, 2, 1, 2],
          'line-opacity': 0.75,
        },
      },
    ],
    label: [
      {
        id: 'water-name',
        type: 'symbol',
        source: 'basemap',
        'source-layer': 'basemap',
        minzoom: 12,
        filter: ['has', 'name_zh'],
        layout: {
          'text-field': nameIn(language, 'name_zh'),
          'text-font': text,
          'text-size': 12,
          'text-letter-spacing': 0.15,
        },
        paint: {
          'text-color': ['match', ['get', 'theme'], 'water', palette.waterText, palette.textSoft],
          'text-halo-color': palette.halo,
          'text-halo-width': 1,
        },
      },
      {
        id: 'district-name',
        type: 'symbol',
        source: 'districts',
        'source-layer': 'district_points',
        maxzoom: 14.5,
        filter: ['==', ['get', 'level'], 'street'],
        layout: {
          'text-field': nameIn(language, 'name_zh'),
          'text-font': text,
          'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 13, 15],
          'text-letter-spacing': 0.08,
          'text-padding': 12,
        },
        paint: { 'text-color': palette.textSoft, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
      },
    ],
  }),
}

const isMajor: ExpressionSpecification = [
  'in',
  ['get', 'class'],
  ['literal', ['motorway', 'expressway', 'trunk', 'primary', 'arterial']],
]
const isMiddle: ExpressionSpecification = [
  'in',
  ['get', 'class'],
  ['literal', ['secondary', 'tertiary', 'sub_arterial', 'collector']],
]

export const roads: RoomLayer = {
  sources: () => ({ roads: tiles('roads') }),
  draw: ({ language }, palette) => ({
    street: [
      {
        id: 'road-case',
        type: 'line',
        source: 'roads',
        'source-layer': 'roads',
        minzoom: 11,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.roadCase, 'line-width': roadWidth(1.6) },
      },
      {
        id: 'road',
        type: 'line',
        source: 'roads',
        'source-layer': 'roads',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': ['step', ['zoom'], palette.roadCase, 11, ['case', isMajor, palette.roadMajor, palette.road]],
          'line-width': roadWidth(0),
        },
      },
    ],
    label: [
      {
        id: 'road-name',
        type: 'symbol',
        source: 'roads',
        'source-layer': 'roads',
        minzoom: 13,
        layout: {
          'symbol-placement': 'line',
          'text-field': nameIn(language),
          'text-font': text,
          'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 17, 14],
          'symbol-spacing': 320,
        },
        paint: { 'text-color': palette.textSoft, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
      },
    ],
  }),
}

export const buildings: RoomLayer = {
  sources: () => ({ buildings: tiles('buildings') }),
  pick: {
    layers: ['building'],
    name: ({ id, estate_name, name, name_en }, { language }) =>
      typeof id === 'string'
        ? {
            id,
            title: pick(language, `${estate_name ?? ''}${name ?? ''}`, name_en as string),
            subtitle: t('subject.bld'),
          }
        : undefined,
  },
  draw: (_scene, palette) => ({
    cover: [
      {
        id: 'building',
        type: 'fill',
        source: 'buildings',
        'source-layer': 'buildings',
        minzoom: 13,
        paint: { 'fill-color': palette.building, 'fill-outline-color': palette.buildingLine },
      },
    ],
    label: [
      {
        id: 'building-name',
        type: 'symbol',
        source: 'buildings',
        'source-layer': 'buildings',
        minzoom: 16,
        layout: {
          'text-field': ['coalesce', ['get', 'name'], ''],
          'text-font': text,
          'text-size': 11,
          'text-padding': 8,
        },
        paint: { 'text-color': palette.textSoft, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
      },
    ],
  }),
}

/** Pipes and cables, for those who may see them: the server sends nothing to the others. */
export const networks: RoomLayer = {
  sources: () => ({ networks: tiles('networks') }),
  draw: () => ({
    network: [
      {
        id: 'network',
        type: 'line',
        source: 'networks',
        'source-layer': 'networks',
        minzoom: 11,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': ['match', ['get', 'theme'], ...Object.entries(themeColour).flat(), themeColour.other!] as never,
          'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 15, 1.6, 18, 3.5],
          'line-opacity': 0.85,
        },
      },
    ],
  }),
}

function roadWidth(extra: number): ExpressionSpecification {
  const at = (major: number, middle: number, minor: number): ExpressionSpecification => [
    'case',
    isMajor,
    major + extra,
    isMiddle,
    middle + extra,
    minor + extra,
  ]
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    10,
    at(1, 0.6, 0.2),
    13,
    at(3.4, 2.4, 1.2),
    16,
    at(12, 9, 5.5),
    19,
    at(44, 34, 22),
  ]
}
