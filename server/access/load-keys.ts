import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { parseKeys, type Keys } from './seal.ts'

/** The keys that seal personal data: from ENCRYPTION_KEYS, or made once and kept in DATA_DIR, readable by its owner only. */
export function loadKeys(config: Config): Keys {
  if (config.ENCRYPTION_KEYS) return parseKeys(config.ENCRYPTION_KEYS)
  const path = join(resolve(config.DATA_DIR), 'encryption-keys')
  if (!existsSync(path)) {
    mkdirSync(resolve(config.DATA_DIR), { recursive: true })
    writeFileSync(path, `k1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return parseKeys(readFileSync(path, 'utf8'))
}
