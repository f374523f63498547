import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Swatch } from '../ui/swatch.tsx'
import { useMap } from './holder.ts'
import type { Point } from './map.ts'
import type { Picked } from './scene.ts'

type Choice = { point: Point; found: Picked[] }

/** A click selects what is there; where several lie on top of each other it asks which. Escape, a move or a click beside closes. */
export function Select() {
  const map = useMap()
  const { go } = useAddress()
  const [choice, setChoice] = useState<Choice>()
  useEffect(
    () =>
      map?.on('pick', ({ point, found }) => {
        setChoice(found.length > 1 ? { point, found } : undefined)
        if (found.length === 1) go({ sel: found[0]!.id })
      }),
    [map, go],
  )
  useEffect(() => map?.on('moving', () => setChoice(undefined)), [map])
  if (!choice) return null
  const choose = (id?: string) => {
    setChoice(undefined)
    if (id) go({ sel: id })
  }
  return <ChoiceList key={choice.found.map(({ id }) => id).join()} choice={choice} onChoose={choose} />
}

function ChoiceList({ choice, onChoose }: { choice: Choice; onChoose: (id?: string) => void }) {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  const { point, found } = choice
  const title = t('map.several', { count: found.length })
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <div
      className="map-choice"
      role="dialog"
      aria-label={title}
      data-above={point.y > innerHeight * 0.55 || undefined}
      style={{ left: point.x, top: point.y }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onChoose()
      }}
    >
      <p className="muted">{title}</p>
      <ul ref={list}>
        {found.slice(0, 12).map(({ id, title: name, subtitle, colour, ring }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)}>
              <Swatch colour={colour} ring={ring} />
              <span>
                <b>{name}</b>
                <small>{subtitle}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
