import { useState } from 'react'
import { DailyReport } from '../documents/daily-report.tsx'
import { useT } from '../i18n/index.ts'
import { Tabs } from '../ui/tabs.tsx'
import './areas.css'
import { Results } from './results.tsx'
import { useQuestion } from './question.ts'
import { SavedAreas } from './saved.tsx'
import { What } from './what.tsx'
import { When } from './when.tsx'
import { Where } from './where.tsx'

const parts = ['ask', 'saved'] as const

/** 区域查询: any ground, any days: what was, is and will be dug there, counted, listed in step with the map, and taken away as a file. */
export function AreasPanel() {
  const t = useT()
  const asked = useQuestion()
  const [part, setPart] = useState<(typeof parts)[number]>('ask')
  return (
    <div className="areas">
      <DailyReport />
      <Tabs
        name={t('panel.areas')}
        tabs={parts.map((name) => ({ name, label: t(`areas.${name}`) }))}
        open={part}
        onOpen={setPart}
      />
      <div role="tabpanel" aria-label={t(`areas.${part}`)}>
        {part === 'saved' ? (
          <SavedAreas asked={asked} onOpened={() => setPart('ask')} />
        ) : (
          <>
            <Where asked={asked} />
            <When asked={asked} />
            <What asked={asked} />
            {asked.question.area ? <Results question={asked.question} /> : <p className="empty">{t('areas.begin')}</p>}
          </>
        )}
      </div>
    </div>
  )
}
