import type { ExpressionSpecification, FilterSpecification } from '../map/map.ts'
import { cardColour, stageColour, type Stage } from '../map/palette.ts'
import { filterOf, nameIn, tiles, type Picked, type Properties, type RoomLayer, type Scene } from '../map/scene.ts'
import { pick, t } from '../i18n/index.ts'

const byStage = [
  'match',
  ['get', 'stage'],
  ...Object.entries(stageColour).flat(),
  '#8c9bb3',
] as unknown as ExpressionSpecification
const byCard: ExpressionSpecification = [
  'match',
  ['get', 'card'],
  'red',
  cardColour.red,
  'yellow',
  cardColour.yellow,
  'rgba(0,0,0,0)',
]
const hasCard: ExpressionSpecification = ['in', ['get', 'card'], ['literal', ['yellow', 'red']]]
// late ones on top, then those whose ground is open
const importance: ExpressionSpecification = [
  'case',
  ['==', ['get', 'card'], 'red'],
  3,
  ['==', ['get', 'card'], 'yellow'],
  2,
  ['==', ['get', 'stage'], 'in_progress'],
  1,
  0,
]

/** Digs: stage is the fill, card is the ring. A point for each at low zoom, so that a small dig is never lost. */
export const projects: RoomLayer = {
  sources: () => ({ projects: tiles('projects'), project_points: tiles('project_points') }),
  live: ['projects', 'project_points'],
  pick: { layers: ['project-fill', 'project-point'], name: nameOf },
  draw: (scene, palette) => {
    const area = { source: 'projects', 'source-layer': 'projects', minzoom: 12, filter: filterOf(scene) } as const
    const carded = { ...area, filter: ['all', area.filter, hasCard] as FilterSpecification }
    const point = { source: 'project_points', 'source-layer': 'project_points', filter: filterOf(scene) } as const
    const isSelected: ExpressionSpecification = ['==', ['get', 'id'], scene.selected ?? '']
    return {
      // under the fill, so that the ring of a narrow trench does not hide its stage
      area: [
        {
          id: 'project-selected',
          type: 'line',
          ...area,
          filter: isSelected,
          paint: { 'line-color': palette.accent, 'line-width': around(13, 18) },
        },
        {
          id: 'project-selected-gap',
          type: 'line',
          ...area,
          filter: isSelected,
          paint: { 'line-color': palette.gap, 'line-width': around(8, 13) },
        },
        { id: 'project-ring', type: 'line', ...carded, paint: { 'line-color': byCard, 'line-width': around(6, 10) } },
        {
          id: 'project-gap',
          type: 'line',
          ...carded,
          paint: { 'line-color': palette.gap, 'line-width': around(2.6, 5) },
        },
      ],
      subject: [
        {
          id: 'project-fill',
          type: 'fill',
          ...area,
          paint: { 'fill-color': byStage, 'fill-opacity': palette.fillOpacity },
        },
        { id: 'project-line', type: 'line', ...area, paint: { 'line-color': byStage, 'line-width': around(1, 2) } },
      ],
      point: [
        {
          id: 'project-point',
          type: 'circle',
          ...point,
          maxzoom: 15.5,
          layout: { 'circle-sort-key': importance },
          paint: {
            'circle-color': byStage,
            'circle-radius': [
              'interpolate',
              ['linear'],
              ['zoom'],
              9,
              ['case', hasCard, 3.4, 2.2],
              12,
              ['case', hasCard, 5.2, 3.8],
              15,
              ['case', hasCard, 6.5, 5],
            ],
            'circle-stroke-color': ['case', hasCard, byCard, palette.gap],
            'circle-stroke-width': [
              'interpolate',
              ['linear'],
              ['zoom'],
              9,
              ['case', hasCard, 1.6, 0.5],
              13,
              ['case', hasCard, 3, 1.2],
            ],
            'circle-opacity': ['interpolate', ['linear'], ['zoom'], 14.5, 1, 15.5, 0.25],
          },
        },
        {
          id: 'project-point-selected',
          type: 'circle',
          ...point,
          maxzoom: 15,
          filter: isSelected,
          paint: {
            'circle-color': 'rgba(0,0,0,0)',
            'circle-radius': 11,
            'circle-stroke-color': palette.accent,
            'circle-stroke-width': 3,
          },
        },
      ],
      label: [
        {
          id: 'project-name',
          type: 'symbol',
          ...point,
          minzoom: 14.2,
          layout: {
            'text-field': nameIn(scene.language),
            'text-font': ['Noto Sans CJK SC'],
            'text-size': 12,
            'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
            'text-radial-offset': 0.9,
            'text-max-width': 11,
            'symbol-sort-key': ['-', 0, importance],
          },
          paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
        },
      ],
    }
  },
}

/** A width in pixels at zoom 12 and at 16. */
function around(far: number, near: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 12, far, 16, near]
}

/** What a dig is called in a list of what lies under the pointer. */
export function nameOf(properties: Properties, { language }: Pick<Scene, 'language'>): Picked | undefined {
  const { id, name, name_en, stage, card, reference } = properties as Record<string, string | undefined>
  if (!id) return undefined
  return {
    id,
    title: pick(language, name, name_en) || reference || id,
    subtitle: [t(`stage.${stage}`), reference].filter(Boolean).join(' · '),
    ...(stage ? { colour: stageColour[stage as Stage] } : {}),
    ...(card === 'red' || card === 'yellow' ? { ring: cardColour[card] } : {}),
  }
}
