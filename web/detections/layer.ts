import { pick, t } from '../i18n/index.ts'
import { tiles, type RoomLayer } from '../map/scene.ts'

const ink = '#b5179e'

/** Change polygons (疑似图斑): dashed, so that nobody takes a suspicion for a dig. */
export const detections: RoomLayer = {
  sources: () => ({ detections: tiles('detections') }),
  live: ['detections'],
  pick: {
    layers: ['detection-fill'],
    name: ({ id, reference, status }, { language }) =>
      typeof id === 'string'
        ? {
            id,
            title: pick(language, reference as string, reference as string) || t('layer.detections'),
            subtitle: t(`detection.status.${String(status)}`),
            colour: ink,
          }
        : undefined,
  },
  draw: () => {
    const shape = { source: 'detections', 'source-layer': 'detections', minzoom: 11 } as const
    return {
      subject: [
        { id: 'detection-fill', type: 'fill', ...shape, paint: { 'fill-color': ink, 'fill-opacity': 0.14 } },
        {
          id: 'detection-line',
          type: 'line',
          ...shape,
          paint: { 'line-color': ink, 'line-width': 1.8, 'line-dasharray': [2.5, 1.8] },
        },
      ],
    }
  },
}
