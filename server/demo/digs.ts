import type { Parcel } from './blocks.ts'
import type { Days } from './days.ts'
import type { Life } from './dig-life.ts'
import { tellLife } from './dig-life.ts'
import type { Matter, Promises, Wanted } from './dig-plan.ts'
import { planDigs } from './dig-plan.ts'
import type { DigPlace, Runs } from './dig-places.ts'
import { nearness, placeInStreet, placePlot } from './dig-places.ts'
import { fixedDigs } from './dig-specials.ts'
import type { Words } from './dig-words.ts'
import { digName, emergencyCause } from './dig-words.ts'
import type { ProjectKind, Stage, Theme } from './vocabulary.ts'
import type { Estate } from './estates.ts'
import type { Cast, Firms } from './organisations.ts'
import type { Carried } from './networks.ts'
import { themes } from './networks.ts'
import type { Point } from './plane.ts'
import type { Random } from './random.ts'

/** A dig of the demo before it is written out as rows. */
export interface Dig {
  id: string
  kind: ProjectKind
  stage: Stage
  topic: Theme | 'road' | 'building'
  name: Words
  place: DigPlace
  life: Life
  promoter: Firms[number]
  contractor: Firms[number] | null
  cause: string | null
  matter?: Matter
  /** The estate that came out of it. */
  estate?: Estate
  /** A reference that never changes, for the digs that the script of the demo names. */
  reference?: string
  /** Sites whose state the script names; the others follow the stage. */
  siteStates?: ('not_begun' | 'open' | 'backfilled' | 'restored')[]
}

/** What digs are made up from. */
export interface Ground {
  days: Days
  today: number
  promises: Promises
  cast: Cast
  runs: Runs
  parcels: Parcel[]
  estates: readonly Estate[]
  /** Points along 云杉路: the script counts the digs there. */
  yunshan: readonly Point[]
  carried: Carried
}

/** 云杉路 is dug three times in three years and the script counts them, so nothing else is dug near it in that time. */
const quietDays = 3 * 366
const quietMetres = 320

/** Every dig: those that the script names, those that estates came out of, and some two thousand others. */
export function makeDigs(random: Random, ground: Ground): Dig[] {
  const { days, today } = ground
  const wanted = planDigs(random.fork('plan'), days, today, ground.promises)
  const estates = ground.estates.filter((estate) => estate.isRecorded).slice(1)
  const others = wanted.map((dig) => {
    const isPlot = dig.kind === 'building_works'
    const estate = isPlot && dig.stage === 'closed' ? estates.shift() : undefined
    return isPlot ? plotDig(random, ground, dig, estate) : streetDig(random, ground, dig)
  })
  return [...fixedDigs(random.fork('fixed'), ground), ...others]
}

function streetDig(random: Random, ground: Ground, wanted: Wanted): Dig {
  const topic = wanted.matter?.theme ?? topicFor(random, wanted.kind)
  const life = tellLife(random, ground.days, wanted)
  const last = life.steps[life.steps.length - 1]!.day
  const place = placeWhere(random, ground, wanted, topic, last > ground.today - quietDays)
  const name = digName(random, wanted.kind, topic, place.road.name)
  const cause = wanted.kind === 'emergency_repair' ? emergencyCause(topic) : null
  return { ...digBase(random, ground, wanted, topic), topic, name, place, life, cause }
}

/** A place in some street: not near 云杉路 of late, and over the network of the utility whose answer is the matter. */
function placeWhere(
  random: Random,
  ground: Ground,
  { kind, matter }: Wanted,
  topic: Theme | 'road',
  isRecent: boolean,
): DigPlace {
  for (let attempt = 0; attempt < 200; attempt++) {
    const place = placeInStreet(random, ground.runs, random.pick(ground.runs.roads), kind, topic)
    const isQuiet = !isRecent || nearness(place, ground.yunshan) >= quietMetres
    const isOver = !matter?.theme || ground.carried.get(place.road)?.has(matter.theme)
    const isThere = !matter?.isElsewhere || place.street.managed_by !== '双流区'
    if (isQuiet && isOver && isThere) return place
  }
  throw new Error(`no street has room for a dig of ${topic}`)
}

function plotDig(random: Random, ground: Ground, wanted: Wanted, estate: Estate | undefined): Dig {
  const life = tellLife(random, ground.days, wanted)
  const parcel = estate?.parcel ?? ground.parcels.pop()
  if (!parcel) throw new Error('there are not enough building plots')
  const place = placePlot(random, parcel, estate ? 0.02 : random.range(0.04, 0.2))
  const name = estate
    ? { zh: `${estate.name.zh}项目基坑及主体`, en: `${estate.name.en} housing` }
    : digName(random, 'building_works', 'building', place.road.name)
  return { ...digBase(random, ground, wanted, 'building'), topic: 'building', name, place, life, cause: null, estate }
}

function topicFor(random: Random, kind: ProjectKind): Theme | 'road' {
  if (kind === 'pipeline_works') return random.weighted({ water: 26, gas: 22, power: 22, drainage: 18, telecom: 12 })
  if (kind === 'emergency_repair')
    return random.weighted({ water: 45, gas: 12, power: 15, drainage: 15, telecom: 5, road: 8 })
  return random.chance(0.45) ? 'road' : random.pick(themes)
}

function digBase(random: Random, ground: Ground, wanted: Wanted, topic: Dig['topic']) {
  const { promoters, contractors } = ground.cast
  const able = (firms: Firms) => firms.filter(({ firm }) => firm.digs.includes(topic))
  const { kind, stage, matter } = wanted
  return {
    id: random.uuid(),
    kind,
    stage,
    matter,
    promoter: random.pick(able(promoters)),
    contractor: random.pick(able(contractors)),
  }
}
