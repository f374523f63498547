import { placeTrench, placePlot } from './dig-places.ts'
import { guaranteeEnd, tellLife } from './dig-life.ts'
import type { Dig, Ground } from './digs.ts'
import type { Theme } from './vocabulary.ts'
import type { Firms } from './organisations.ts'
import type { Random } from './random.ts'
import type { Road } from './roads.ts'

/** The reference of 怡心里's dig, fixed by the script of the demo whatever the year. */
export const yixinliReference = 'DP-510116-2016-000041'
/** The reference of the gas renewal in 云杉路, likewise. */
export const yunshanReference = 'DP-510116-2026-000123'

/** The digs that the demo's script names: 怡心里's, three in 云杉路, and the application that is about to be late. */
export function fixedDigs(random: Random, ground: Ground): Dig[] {
  return [
    yixinli(random, ground),
    yunshanGas(random, ground),
    yunshanWater(random, ground),
    yunshanPower(random, ground),
    yellowApplication(random, ground),
  ]
}

function firmFor(firms: Firms, topic: string): Firms[number] {
  return firms.find(({ firm }) => (firm.digs as readonly string[]).includes(topic))!
}

/** 怡心里 was built from 2016 on: real dates, because its reference says so. */
function yixinli(random: Random, { days, estates, cast }: Ground): Dig {
  const estate = estates[0]!
  const day = (text: string) => days.number(text)
  const passed = day('2018-06-20')
  const on = {
    registered: day('2016-03-08'),
    submitted: day('2016-03-22'),
    accepted: day('2016-03-25'),
    granted: day('2016-04-12'),
    started: day('2016-04-25'),
    completed: day('2018-06-12'),
  }
  return {
    id: random.uuid(),
    kind: 'building_works',
    stage: 'closed',
    topic: 'building',
    name: { zh: '怡心里住宅项目基坑及主体', en: 'Yixinli housing' },
    place: placePlot(random, estate.parcel, -0.022),
    life: {
      steps: [
        { move: 'register', day: on.registered, minute: 590 },
        { move: 'submit', day: on.submitted, minute: 640 },
        { move: 'accept_application', day: on.accepted, minute: 615 },
        { move: 'grant', day: on.granted, minute: 930 },
        { move: 'deliver', day: on.granted, minute: 1000 },
        { move: 'start', day: on.started, minute: 560 },
        { move: 'complete', day: on.completed, minute: 1020 },
        { move: 'pass', day: passed, minute: 900 },
        { move: 'start_guarantee', day: passed + 1, minute: 0 },
        { move: 'close', day: guaranteeEnd(days, passed, 'building_works') + 1, minute: 0 },
      ],
      from: on.started,
      to: day('2018-06-30'),
    },
    promoter: firmFor(cast.promoters, 'building'),
    contractor: firmFor(cast.contractors, 'building'),
    cause: null,
    estate,
    reference: yixinliReference,
  }
}

/** Three sites before 怡心里, one day over the permitted period: the first is closed again, the two others lie open. */
function yunshanGas(random: Random, ground: Ground): Dig {
  const { days, today } = ground
  const start = days.previousWorking(today - 44)
  const life = tellLife(random, days, { kind: 'pipeline_works', stage: 'in_progress', anchor: start, to: today - 1 })
  const place = placeTrench(random, ground.runs, beforeYixinli(ground, 1), 'gas', {
    sites: 3,
    share: [0.04, 0.96],
    width: 1.6,
  })
  return {
    ...street(random, ground, 'gas', { zh: '云杉路燃气管改造', en: 'Yunshan Road gas renewal' }),
    kind: 'pipeline_works',
    stage: 'in_progress',
    place: { ...place, depth: 1.8 },
    life,
    promoter: luoJian(ground),
    reference: yunshanReference,
    siteStates: ['backfilled', 'open', 'open'],
    matter: { clock: 'works.period', dueIn: -1 },
  }
}

function yunshanWater(random: Random, ground: Ground): Dig {
  const { days, today } = ground
  const life = tellLife(random, days, {
    kind: 'pipeline_works',
    stage: 'closed',
    anchor: days.previousWorking(today - 860),
  })
  const place = placeTrench(random, ground.runs, beforeYixinli(ground, 0), 'water', { sites: 1, share: [0.1, 0.9] })
  return {
    ...street(random, ground, 'water', {
      zh: '云杉路老旧供水管更换',
      en: 'Yunshan Road replacement of old water pipes',
    }),
    kind: 'pipeline_works',
    stage: 'closed',
    place,
    life,
  }
}

function yunshanPower(random: Random, ground: Ground): Dig {
  const { days, today } = ground
  const life = tellLife(random, days, {
    kind: 'pipeline_works',
    stage: 'closed',
    anchor: days.previousWorking(today - 430),
  })
  const place = placeTrench(random, ground.runs, beforeYixinli(ground, 0), 'power', { sites: 1, share: [0.2, 0.85] })
  return {
    ...street(random, ground, 'power', { zh: '云杉路电力排管新建', en: 'Yunshan Road new cable ducts' }),
    kind: 'pipeline_works',
    stage: 'closed',
    place,
    life,
  }
}

/** Accepted so long ago that its decision falls due on the next working day: yellow today, red after two more working days. */
function yellowApplication(random: Random, ground: Ground): Dig {
  const { days, today, promises } = ground
  const due = days.addWorking(today, 1)
  const accepted = days.addWorking(due, -promises.decision)
  const life = tellLife(random, days, {
    kind: 'pipeline_works',
    stage: 'permitting',
    anchor: accepted,
    desk: 'application_accepted',
  })
  const quiet = ground.runs.roads.filter(
    (road) => road.street.managed_by === '双流区' && road.class === 'collector' && road.street.name_zh === '东升街道',
  )
  const road = quiet.find((road) => ground.runs.next.has(road)) ?? quiet[0]!
  const place = placeTrench(random, ground.runs, road, 'gas', { sites: 2, share: [0.05, 0.95] })
  return {
    ...street(random, ground, 'gas', {
      zh: `${road.name.zh}中压燃气管新建`,
      en: `${road.name.en} medium-pressure gas main`,
    }),
    kind: 'pipeline_works',
    stage: 'permitting',
    place,
    life,
    promoter: luoJian(ground),
    matter: { clock: 'permit.decision', dueIn: 1 },
  }
}

function street(random: Random, { cast }: Ground, topic: Theme, name: Dig['name']) {
  return {
    id: random.uuid(),
    topic,
    name,
    promoter: firmFor(cast.promoters, topic),
    contractor: firmFor(cast.contractors, topic),
    cause: null,
  }
}

/** 罗建's firm. */
function luoJian({ cast }: Ground): Firms[number] {
  const { organisation_id } = cast.person('luo.jian')
  return cast.promoters.find(({ organisation }) => organisation.id === organisation_id)!
}

/** The segment of 云杉路 before 怡心里, or one so many segments to the west. */
function beforeYixinli({ estates, runs }: Ground, west: number): Road {
  let road = estates[0]!.parcel.road
  for (let i = 0; i < west; i++) road = [...runs.next].find(([, next]) => next === road)?.[0] ?? road
  return road
}
