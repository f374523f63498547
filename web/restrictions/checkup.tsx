import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { boxOf, collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { ask } from './checkup.ts'
import { CheckupForm } from './checkup-form.tsx'
import { CheckupReport } from './checkup-report.tsx'
import './restrictions.css'

/** 动土体检: draw what you would like to dig, and read what the law says of it before anybody files anything. */
export function Checkup() {
  const t = useT()
  const [geometry, setGeometry] = useState<Geometry>()
  const check = useMutation({ mutationFn: ask, gcTime: 0 })
  const report = useRef<HTMLDivElement>(null)
  useDrawn(geometry)
  useEffect(() => {
    if (!check.data) return
    report.current?.focus({ preventScroll: true })
    report.current?.scrollIntoView({ block: 'start' })
  }, [check.data])
  return (
    <div className="checkup">
      <CheckupForm
        geometry={geometry}
        onGeometry={(next) => {
          setGeometry(next)
          check.reset()
        }}
        onAsk={check.mutate}
        isAsking={check.isPending}
        error={check.error}
      />
      {check.data && check.variables ? (
        <div ref={report} tabIndex={-1} className="checkup-report" role="region" aria-label={t('checkup.report')}>
          <CheckupReport answer={check.data} question={check.variables} />
        </div>
      ) : (
        <p className="empty">{t(geometry ? 'checkup.ready' : 'checkup.begin')}</p>
      )}
    </div>
  )
}

/** The shape that is asked about, on the map; one given in figures is brought into view. */
function useDrawn(geometry: Geometry | undefined): void {
  const map = useMap()
  useEffect(() => {
    if (!map || !geometry) return
    map.sketch('checkup', { features: collect([geometry]), isDashed: geometry.type === 'Polygon' })
    const box = boxOf(geometry)
    const [west, south, east, north] = map.box()
    if (box && (box[0] < west || box[1] < south || box[2] > east || box[3] > north)) map.goTo({ box, maxZoom: 17 })
    return () => map.sketch('checkup', null)
  }, [map, geometry])
}
