import { useState, type ChangeEvent } from 'react'
import { useT } from '../i18n/index.ts'
import { DrawBar } from '../map/draw-bar.tsx'
import type { Geometry } from '../map/geojson.ts'
import { useSketch } from '../map/use-sketch.ts'
import { Button } from '../ui/button.tsx'

/**
 * Ground for a form: drawn on the map as an area or a line, or taken from a GeoJSON file by who does not draw. It stands in the form as
 * GeoJSON in lon,lat; a line asks how wide its trench is (`width_m`).
 */
export function GroundField({ name }: { name: string }) {
  const t = useT()
  const [ground, setGround] = useState<Geometry>()
  const [isUnread, setUnread] = useState(false)
  useSketch('ground', ground ? [ground] : [], { isDashed: true })
  const take = (shape: Geometry | undefined) => {
    setUnread(shape === undefined)
    setGround(shape)
  }
  const isLine = ground?.type.endsWith('LineString')
  return (
    <>
      <DrawBar shapes={['polygon', 'linestring']} isOnce onDrawn={(drawn) => drawn && take(drawn)} />
      <label className="field">
        <small className="hint">{t('field.ground_file')}</small>
        <input
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={(event) => void shapeIn(event).then(take)}
        />
      </label>
      {isUnread && <small className="wrong">{t('field.ground_unread')}</small>}
      {ground && (
        <>
          <input type="hidden" name={name} value={JSON.stringify(ground)} />
          {isLine && (
            <label className="field">
              <span>{t('field.width_m')}</span>
              <input className="input" type="number" name="width_m" min="0.1" max="500" step="any" required />
            </label>
          )}
          <p className="muted" role="status">
            {t('field.ground_taken')}{' '}
            <Button size="small" look="quiet" onClick={() => setGround(undefined)}>
              {t('field.ground_drop')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** The first shape of a GeoJSON file; undefined when it holds none. */
async function shapeIn({ target }: ChangeEvent<HTMLInputElement>): Promise<Geometry | undefined> {
  const [file] = target.files ?? []
  try {
    const read = JSON.parse((await file?.text()) ?? '') as { features?: { geometry?: Geometry }[]; geometry?: Geometry }
    const shape = read.features?.[0]?.geometry ?? read.geometry ?? (read as Geometry)
    return /Polygon|LineString/.test(shape.type) && Array.isArray(shape.coordinates) ? shape : undefined
  } catch {
    return undefined
  }
}
