import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { get } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { stageColour, type Stage } from '../map/palette.ts'
import { Icon } from '../ui/icon.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { useAddress } from './address.ts'
import { subjectOf } from './panels.ts'

export type Hit = {
  kind: string
  id: string
  label_zh: string
  label_en: string
  /** what tells it from others of its name */
  detail: string | null
  stage?: Stage
  center: [number, number]
  bbox: [number, number, number, number]
}

/** Finds digs, codes, streets and homes by name or number; `/` from anywhere puts the cursor here. */
export function Search() {
  const t = useT()
  const language = useLanguage()
  const map = useMap()
  const { go } = useAddress()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const hits = useHits(text)
  useSlash(input)

  const close = () => {
    setOpen(false)
    input.current?.blur()
  }
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    close()
    // a dig's panel brings the whole dig into view by itself
    if (!hit.id.startsWith('prj')) map?.goTo({ box: hit.bbox })
    if (subjectOf(hit.id)) go({ sel: hit.id })
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((now) => (now + step + hits.length) % Math.max(hits.length, 1))
    else if (event.key === 'Enter') choose(hits[active])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  const isShown = isOpen && text.trim().length > 0
  return (
    <search className="search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && hits[active] ? `${listId}-${active}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => (setText(event.target.value), setOpen(true), setActive(0))}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={listId} role="listbox" aria-label={t('search.label')} hidden={!isShown}>
        {hits.map((hit, index) => (
          <li
            key={`${hit.kind} ${hit.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => (event.preventDefault(), choose(hit))}
            onPointerEnter={() => setActive(index)}
          >
            {hit.stage && <Swatch colour={stageColour[hit.stage]} />}
            <span>
              {pick(language, hit.label_zh, hit.label_en)} <small>{hit.detail}</small>
            </span>
            <small>{t(`search.kind.${hit.kind}`)}</small>
          </li>
        ))}
        {hits.length === 0 && (
          <li className="muted" role="option" aria-selected={false} aria-disabled="true">
            {t('search.nothing')}
          </li>
        )}
      </ul>
    </search>
  )
}

function useHits(text: string): Hit[] {
  const asked = useDeferredValue(text.trim())
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<Hit[]>('/api/search', { q: asked }, signal),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
    staleTime: 30_000,
  })
  return data ?? []
}

function useSlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || isTyping) return
      event.preventDefault()
      input.current?.select()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [input])
}
