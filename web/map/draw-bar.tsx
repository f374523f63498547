import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { useTheme } from '../ui/theme.ts'
import { Button } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'
import type { Drawing, Shape } from './draw.ts'
import type { Geometry } from './geojson.ts'
import { useMap } from './holder.ts'
import { palettes } from './palette.ts'

const icons: Record<Shape, IconName> = { polygon: 'area', linestring: 'line', circle: 'circle' }

type Props = {
  shapes: readonly Shape[]
  onDrawn: (geometry: Geometry | undefined, shape: Shape | undefined) => void
  /** the drawing ends with the first shape, which the caller then shows */
  isOnce?: boolean
}

/** Buttons that draw: press one, click on the map, double-click to end; Escape or undo takes it back. The code for it comes on the first press. */
export function DrawBar({ shapes, onDrawn, isOnce }: Props) {
  const t = useT()
  const map = useMap()
  const theme = useTheme()
  const [shape, setShape] = useState<Shape>()
  const drawing = useRef<Drawing>(undefined)
  const tell = useRef<(geometry: Geometry | undefined) => void>(undefined)
  const end = () => {
    drawing.current?.stop()
    drawing.current = undefined
    setShape(undefined)
  }
  useEffect(() => {
    tell.current = (geometry) => {
      onDrawn(geometry, shape)
      // the drawing is in the midst of telling; it may be stopped when it is done
      if (isOnce && geometry) setTimeout(end)
    }
  })
  useEffect(() => () => drawing.current?.stop(), [])

  const begin = async (next: Shape) => {
    if (!map) return
    const { Drawing } = await import('./draw.ts')
    drawing.current ??= new Drawing(map, palettes[theme].accent as `#${string}`, (geometry) => tell.current?.(geometry))
    drawing.current.begin(next)
    setShape(next)
  }
  return (
    <div className="draw-bar" role="group" aria-label={t('draw.title')}>
      {shapes.map((one) => (
        <Button
          key={one}
          size="small"
          icon={icons[one]}
          aria-pressed={shape === one}
          disabled={!map}
          onClick={() => void begin(one)}
        >
          {t(`draw.${one}`)}
        </Button>
      ))}
      <Button
        size="small"
        look="quiet"
        icon="undo"
        label={t('draw.undo')}
        disabled={!shape}
        onClick={() => (isOnce ? end() : drawing.current?.undo())}
      />
      {shape && (
        <p className="muted" role="status">
          {t(`draw.how.${shape}`)}
        </p>
      )}
    </div>
  )
}
