import { expect, test } from 'vitest'
import { lifeOf } from '../../web/projects/steps.ts'
import { day, daysBetween, metres, squareMetres } from '../../web/ui/format.ts'

const dig = {
  planned_from: '2026-11-01',
  planned_to: '2026-12-01',
  begun_on: null,
  ended_on: null,
  created_at: '2026-10-01T02:00:00Z',
}

test('a planned dig shows its whole life ahead, with the planned days marked as plans', () => {
  const steps = lifeOf({ ...dig, stage: 'planned' }, [])
  expect(steps.map(({ stage }) => stage)).toEqual([
    'planned',
    'permitting',
    'permitted',
    'in_progress',
    'completed',
    'passed',
    'guarantee',
    'closed',
  ])
  expect(steps[3]).toEqual({ stage: 'in_progress', at: '2026-11-01', isPlanned: true })
})

test('a suspension shows only while it lasts', () => {
  const begun = { ...dig, begun_on: '2026-11-02' }
  expect(lifeOf({ ...begun, stage: 'suspended' }, []).map(({ stage }) => stage)).toContain('suspended')
  expect(lifeOf({ ...begun, stage: 'in_progress' }, []).map(({ stage }) => stage)).not.toContain('suspended')
})

test('a side exit ends the line where it left it', () => {
  expect(lifeOf({ ...dig, stage: 'cancelled' }, []).map(({ stage }) => stage)).toEqual(['planned', 'cancelled'])
  expect(lifeOf({ ...dig, stage: 'lapsed' }, []).map(({ stage }) => stage)).toEqual([
    'planned',
    'permitting',
    'permitted',
    'lapsed',
  ])
})

test('the last of several grants is the day that counts', () => {
  const granted = (at: string) => ({ type: 'permit.granted', at })
  const steps = lifeOf({ ...dig, stage: 'permitted' }, [
    granted('2026-09-01T00:00:00Z'),
    granted('2026-10-20T00:00:00Z'),
  ])
  expect(steps.find(({ stage }) => stage === 'permitted')?.at).toBe('2026-10-20T00:00:00Z')
})

test('an instant late in the evening of UTC is the next day in Shanghai', () => {
  expect([day('2026-11-23T17:30:00Z'), day('2026-11-23'), day(null)]).toEqual(['2026-11-24', '2026-11-23', '—'])
})

test('days, lengths and areas read as people say them', () => {
  expect([daysBetween('2026-02-27', '2026-03-01'), daysBetween('2026-03-01', '2026-02-27')]).toEqual([2, -2])
  expect([metres(1.8), metres(84.24), metres(1830), squareMetres(11.94), squareMetres(12_000)]).toEqual([
    '1.8 m',
    '84.2 m',
    '1.83 km',
    '11.9 m²',
    '1.2 ha',
  ])
})
