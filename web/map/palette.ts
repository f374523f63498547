import type { Theme } from '../ui/theme.ts'

/** The stages of a dig in the order of its life; the last three are its side exits. */
export const stages = [
  'planned',
  'permitting',
  'permitted',
  'in_progress',
  'suspended',
  'completed',
  'passed',
  'guarantee',
  'closed',
  'cancelled',
  'lapsed',
  'terminated',
] as const
export type Stage = (typeof stages)[number]

/** Fill by stage: cold before the ground is open, orange while it is, green after. Checked for deuteranopia by lightness steps. */
export const stageColour: Record<Stage, string> = {
  planned: '#8c9bb3',
  permitting: '#9674de',
  permitted: '#3b7ce0',
  in_progress: '#f0751d',
  suspended: '#a3562a',
  completed: '#0c9aa0',
  passed: '#2b9a55',
  guarantee: '#8abd66',
  closed: '#a9b1bc',
  cancelled: '#c59aae',
  lapsed: '#bba982',
  terminated: '#75606c',
}

export const cards = ['yellow', 'red'] as const
export const cardColour = { yellow: '#f7b500', red: '#e5302a' } as const

/** Networks by what they carry, after the usual colours of pipeline drawings (CJJ 61). */
export const themeColour: Record<string, string> = {
  water: '#1a8fe3',
  drainage: '#8a6a4a',
  power: '#e0322c',
  gas: '#d94fb0',
  telecom: '#27a35a',
  heat: '#e58a00',
  oil: '#5d4b8a',
  other: '#7b8794',
}

/** Roads that may not be dug yet, by the years that are left: from the last one to more than three. */
export const noDigColour = ['#e0a100', '#d9601a', '#b3123c'] as const

export type Palette = {
  land: string
  outside: string
  water: string
  waterText: string
  green: string
  building: string
  buildingLine: string
  road: string
  roadMajor: string
  roadCase: string
  border: string
  text: string
  textSoft: string
  halo: string
  gap: string
  accent: string
  fillOpacity: number
}

export const palettes: Record<Theme, Palette> = {
  light: {
    land: '#f3f3f0',
    outside: '#e9eaea',
    water: '#c6dcec',
    waterText: '#4d7fa6',
    green: '#dfebd8',
    building: '#e3e2de',
    buildingLine: '#d0cfca',
    road: '#ffffff',
    roadMajor: '#fffaf0',
    roadCase: '#d3d6d9',
    border: '#9aa3b5',
    text: '#27313d',
    textSoft: '#66717f',
    halo: '#ffffff',
    gap: '#ffffff',
    accent: '#1459b8',
    fillOpacity: 0.34,
  },
  dark: {
    land: '#141a21',
    outside: '#0f141a',
    water: '#15314a',
    waterText: '#6fa6d3',
    green: '#18261f',
    building: '#202932',
    buildingLine: '#2c3742',
    road: '#36424f',
    roadMajor: '#46525f',
    roadCase: '#0e1318',
    border: '#55627a',
    text: '#dfe6ee',
    textSoft: '#94a2b3',
    halo: '#10161d',
    gap: '#141a21',
    accent: '#7db1ff',
    fillOpacity: 0.45,
  },
}
