import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded } from '../db/embedded.ts'
import { generateTypes } from '../db/introspect.ts'
import { files, migrate } from '../db/migrate.ts'
import { projectRoot } from '../db/root.ts'
import { snapshotSchema } from '../db/snapshot.ts'
import { lifecyclePage } from './lifecycle-page.ts'

/** `npm run gen`: types of every statement and the snapshot of the schema, asked of a freshly migrated database; docs/lifecycle.md from the move tables. */
const db = await openEmbedded({})
await migrate(db, new Date())
const notQueries = new Set(['migrations', 'functions', 'views', 'policies', 'data'])
const texts = new Map<string, string>()
for (const room of readdirSync(join(projectRoot, 'sql'), { withFileTypes: true })) {
  if (!room.isDirectory() || notQueries.has(room.name)) continue
  for (const file of files(room.name)) texts.set(file.name.replace(/\.sql$/, ''), file.text)
}
writeFileSync(join(projectRoot, 'sql/schema.sql'), await snapshotSchema(db))
writeFileSync(join(projectRoot, 'server/db/queries.gen.ts'), await generateTypes(db, texts))
writeFileSync(join(projectRoot, 'docs/lifecycle.md'), lifecyclePage())
await db.close()
