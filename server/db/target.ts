import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import type { Database, Statements } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { embeddedFolder, lockPatiently, openServer } from './open.ts'

export class NotEmpty extends Error {}

/** A database to be filled in one transaction, and what makes it the present one, or nothing at all. */
export interface Target {
  db: Database
  /** Inside the transaction that fills it, first: nothing of ours is left there, or NotEmpty. */
  clear(statements: Statements): Promise<void>
  /** After the commit: this is the database now. */
  settle(): Promise<void>
  /** Instead of settle: as if nobody had been here. */
  abandon(): Promise<void>
}

/** The database of the configuration as a place to restore into. Throws NotEmpty where there is one, unless it may be replaced. */
export function openTarget(config: Config, may_replace: boolean): Promise<Target> {
  return config.DATABASE_URL
    ? serverTarget(config, config.DATABASE_URL, may_replace)
    : embeddedTarget(config, may_replace)
}

/** Filled beside the present folder, which gives way by a rename at the end: also a broken folder can be replaced. */
async function embeddedTarget(config: Config, may_replace: boolean): Promise<Target> {
  const present = embeddedFolder(config)
  const coming = `${present}.restoring`
  const going = `${present}.replaced`
  const unlock = await lockPatiently(resolve(config.DATA_DIR))
  try {
    if (!existsSync(present) && existsSync(going)) await rename(going, present) // stopped between the two renames
    if (existsSync(present) && !may_replace) throw notEmpty(`the folder ${resolve(config.DATA_DIR)}`)
    await rm(coming, { recursive: true, force: true })
    const db = await openEmbedded({ folder: coming })
    return {
      db,
      clear: async () => {},
      async settle() {
        await db.close()
        await rm(going, { recursive: true, force: true })
        if (existsSync(present)) await rename(present, going)
        await rename(coming, present)
        await rm(going, { recursive: true, force: true })
        unlock()
      },
      async abandon() {
        await db.close()
        await rm(coming, { recursive: true, force: true })
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

async function serverTarget(config: Config, url: string, may_replace: boolean): Promise<Target> {
  const db = await openServer(config, url)
  return {
    db,
    async clear(statements) {
      const [found] = await statements.raw<{ tables: number; servers: number }>(foundSql)
      if (found!.tables > 0 && !may_replace) throw notEmpty('the database of DATABASE_URL')
      if (found!.servers > 0)
        throw new NotEmpty('a Dongtu server is running on the database of DATABASE_URL: stop it, then restore again')
      await statements.script(`set local statement_timeout = 0; ${dropSql}`)
    },
    settle: () => db.close(),
    abandon: () => db.close(),
  }
}

const notEmpty = (where: string) =>
  new NotEmpty(`${where} holds a database already: restore into an empty one, or give --replace to lose what is there`)

const ofAnExtension = (catalog: string) =>
  `exists (select 1 from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = o.oid and d.deptype = 'e')`

// A running server always holds the connection that listens (external.ts).
const foundSql = `
select (select count(*)::int from pg_class o where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p') and not ${ofAnExtension('pg_class')}) as tables,
       (select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'dongtu-listen') as servers`

// The extensions stay: who restores may not be allowed to make them again. The names are gathered before the first is gone.
const dropSql = `
do $$
declare line text;
begin
  foreach line in array array(
    select format('drop table if exists %s cascade', o.oid::regclass) from pg_class o
     where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p') and not ${ofAnExtension('pg_class')}
    union all
    select format('drop view if exists %s cascade', o.oid::regclass) from pg_class o
     where o.relnamespace = 'public'::regnamespace and o.relkind = 'v' and not ${ofAnExtension('pg_class')}
    union all
    select format('drop function if exists %s cascade', o.oid::regprocedure) from pg_proc o
     where o.pronamespace = 'public'::regnamespace and o.prokind = 'f' and not ${ofAnExtension('pg_proc')}
    union all
    select format('drop type if exists %s cascade', o.oid::regtype) from pg_type o
     where o.typnamespace = 'public'::regnamespace and o.typtype = 'e' and not ${ofAnExtension('pg_type')})
  loop
    execute line;
  end loop;
end $$`
