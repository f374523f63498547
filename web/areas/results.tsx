import { useState } from 'react'
import { useLanguage, useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { count, squareMetres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { useCount } from './ask.ts'
import { Export } from './export.tsx'
import { FoundList } from './found-list.tsx'
import { bodyOf, type Body, type Question } from './question.ts'
import { SaveForm } from './save-form.tsx'
import { useOutline } from './shown.ts'
import { Stats } from './stats.tsx'

/** The answer: first how many, then what they add up to, then each. One collection at a time when several were asked for. */
export function Results({ question }: { question: Question }) {
  const [open, setOpen] = useState<string>()
  const shown = open && question.collections.includes(open) ? open : question.collections[0]!
  const body = bodyOf(question, shown)
  const counted = useCount(body)
  useOutline(counted.data?.area)
  if (!body) return null
  return (
    <>
      {question.collections.length > 1 && (
        <div className="areas-chips areas-which" role="group">
          {question.collections.map((name) => (
            <Which
              key={name}
              name={name}
              body={bodyOf(question, name)}
              isOpen={name === shown}
              onOpen={() => setOpen(name)}
            />
          ))}
        </div>
      )}
      {counted.error && <Trouble error={counted.error} retry={() => void counted.refetch()} />}
      {counted.isPending && <Loading />}
      {counted.data && (
        <>
          <Total
            name={shown}
            number={counted.data.collections[0]!.number_matched}
            area_m2={counted.data.area.area_m2}
          />
          <div className="areas-tools">
            <Export body={body} all={question.collections.flatMap((name) => bodyOf(question, name) ?? [])} />
            <SaveForm question={question} body={body} />
          </div>
          {shown === 'projects' && <Stats body={body} question={question} />}
          <FoundList body={body} collection={shown} />
        </>
      )}
    </>
  )
}

function Which({
  name,
  body,
  isOpen,
  onOpen,
}: {
  name: string
  body: Body | undefined
  isOpen: boolean
  onOpen: () => void
}) {
  const t = useT()
  const language = useLanguage()
  const { data } = useCount(body)
  const number = data?.collections[0]?.number_matched
  return (
    <button type="button" className="areas-chip" aria-pressed={isOpen} onClick={onOpen}>
      {t(`areas.collection.${name}`)} {number !== undefined && <small>{count(number, language)}</small>}
    </button>
  )
}

function Total({ name, number, area_m2 }: { name: string; number: number; area_m2: number }) {
  const t = useT()
  const language = useLanguage()
  return (
    <p className="areas-total" role="status">
      <b>{count(number, language)}</b> {t(`areas.collection.${name}`)}
      <span className="muted">{t('areas.within', { area: squareMetres(area_m2) })}</span>
    </p>
  )
}
