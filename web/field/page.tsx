import { useEffect, useMemo, useState } from 'react'
import { speak, useLanguage, useT } from '../i18n/index.ts'
import { MapCanvas } from '../map/canvas.tsx'
import type { Position } from '../map/geojson.ts'
import { standingHere } from '../map/standing.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Fault, Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useTheme } from '../ui/theme.ts'
import { DigFile } from './dig.tsx'
import './field.css'
import { fieldLayers } from './ground.ts'
import type { Kept, Taken } from './kept.ts'
import { Round } from './round.tsx'
import { settleIn, takeAlong, type Progress } from './take-along.ts'
import { businessNow, tell, useIsOnline, useSending, useShelf } from './use-field.ts'
import { Waiting } from './waiting.tsx'

/** 外勤: an inspector's day on a phone. All of it works from what was taken along, with a network or without. */
export function FieldPage() {
  const shelf = useShelf()
  useManifest()
  useEffect(() => void settleIn().catch((error: unknown) => console.warn(error)), [])
  return (
    <main className="fieldwork">
      <Head taken={shelf?.taken ?? null} />
      <Fault>
        {!shelf && <Loading />}
        {shelf && !shelf.taken && <Empty kept={shelf.kept} />}
        {shelf?.taken && <Day taken={shelf.taken} kept={shelf.kept} />}
      </Fault>
    </main>
  )
}

function Head({ taken }: { taken: Taken | null }) {
  const t = useT()
  const language = useLanguage()
  const isOnline = useIsOnline()
  return (
    <header className="fieldwork-head">
      <h1>{t('fieldwork.title')}</h1>
      <span className={`tag ${isOnline ? 'green' : 'yellow'}`} role="status">
        {t(isOnline ? 'fieldwork.online' : 'fieldwork.offline')}
      </span>
      {taken && <small className="muted">{t('fieldwork.taken_at', { at: instant(taken.pack.now, language) })}</small>}
      <Button size="small" look="quiet" onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}>
        {language === 'en' ? '中文' : 'English'}
      </Button>
    </header>
  )
}

/** Who records visits (server/inspections/record.ts). */
const goesOut = (role: string) => role === 'inspector' || role === 'authority'

/** Nothing was taken along yet: what that is, and the button for it; whoever is not signed in is sent there. */
function Empty({ kept }: { kept: Kept[] }) {
  const t = useT()
  const { session, isKnown } = useSession()
  return (
    <section className="fieldwork-empty">
      <p>{t('fieldwork.explain')}</p>
      {isKnown && goesOut(session.role) && <TakeAlong />}
      {isKnown && !goesOut(session.role) && (
        <p>
          <a href="/">{t('fieldwork.sign_in')}</a>
        </p>
      )}
      {kept.length > 0 && <Waiting kept={kept} />}
    </section>
  )
}

/** Fetches the day and the map, and says how far it is. */
function TakeAlong({ isAgain }: { isAgain?: boolean }) {
  const t = useT()
  const [progress, setProgress] = useState<Progress>()
  const [error, setError] = useState<unknown>()
  const isOnline = useIsOnline()
  const begin = async () => {
    setError(undefined)
    setProgress({ done: 0, of: 1 })
    try {
      await takeAlong(setProgress)
    } catch (failed) {
      setError(failed)
    }
    setProgress(undefined)
    tell()
  }
  return (
    <>
      <Button
        look={isAgain ? 'quiet' : 'primary'}
        icon="import"
        disabled={progress !== undefined || !isOnline}
        onClick={() => void begin()}
      >
        {t(isAgain ? 'fieldwork.take_again' : 'fieldwork.take')}
      </Button>
      {progress && (
        <label className="fieldwork-progress">
          {t('fieldwork.taking')}
          <progress max={progress.of} value={progress.done} />
        </label>
      )}
      {error !== undefined && <Trouble error={error} retry={() => void begin()} />}
    </>
  )
}

function Day({ taken, kept }: { taken: Taken; kept: Kept[] }) {
  const t = useT()
  const { sel, go } = useAddress()
  const [tab, setTab] = useState<'round' | 'waiting'>('round')
  const [start, setStart] = useState<Position>()
  const waiting = kept.filter(({ state }) => state === 'waiting').length
  const open = kept.filter(({ state }) => state !== 'sent').length
  const { isSending, stopped, send } = useSending(waiting)
  const dig = taken.pack.digs.find(({ id }) => id === sel)
  const isStale = businessNow(taken).slice(0, 10) > taken.pack.today
  useEffect(() => {
    void standingHere(60_000).then((here) => here && setStart([here.lon, here.lat]))
  }, [])
  return (
    <>
      <FieldMap taken={taken} />
      <div className="fieldwork-body" key={dig?.id ?? 'list'}>
        {dig ? (
          <DigFile key={dig.id} dig={dig} taken={taken} kept={kept} onLeave={() => go({ sel: undefined })} />
        ) : (
          <>
            <Tabs
              name={t('fieldwork.title')}
              open={tab}
              onOpen={setTab}
              tabs={[
                { name: 'round', label: t('fieldwork.round') },
                { name: 'waiting', label: t('fieldwork.mine'), count: open },
              ]}
            />
            {isStale && <p className="inspection-warning">{t('fieldwork.stale', { day: taken.pack.today })}</p>}
            {tab === 'round' && <Round taken={taken} kept={kept} start={start} onOpen={(id) => go({ sel: id })} />}
            {tab === 'waiting' && <Waiting kept={kept} onEdit={(id) => go({ sel: id })} />}
            <div className="fieldwork-foot">
              <TakeAlong isAgain />
            </div>
          </>
        )}
      </div>
      {open > 0 && (
        <footer className="fieldwork-sync" role="status">
          <span>{stopped ? t(`fieldwork.stopped.${stopped}`) : t('fieldwork.to_send', { count: waiting })}</span>
          <Button size="small" look="primary" disabled={isSending || waiting === 0} onClick={send}>
            {t(isSending ? 'fieldwork.sending' : 'fieldwork.send')}
          </Button>
        </footer>
      )}
    </>
  )
}

function FieldMap({ taken }: { taken: Taken }) {
  const theme = useTheme()
  const language = useLanguage()
  const [lng = 103.96, lat = 30.5] = taken.pack.tasks[0]?.center ?? []
  const scene = useMemo(
    () => ({
      theme,
      language,
      layers: Object.keys(fieldLayers),
      stages: [],
      cards: [],
      kinds: [],
      selected: undefined,
      basemap: undefined,
    }),
    [theme, language],
  )
  return (
    <div className="fieldwork-map">
      <MapCanvas scene={scene} rooms={fieldLayers} start={{ lng, lat, zoom: 12 }} />
    </div>
  )
}

/** The manifest that lets a phone install the page; only here, so that nobody else is asked. */
function useManifest() {
  useEffect(() => {
    const link = Object.assign(document.createElement('link'), { rel: 'manifest', href: '/field.webmanifest' })
    document.head.append(link)
    return () => link.remove()
  }, [])
}
