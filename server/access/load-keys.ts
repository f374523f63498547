import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { parseKeys, type Keys } from './seal.ts'

/** The keys that seal personal data: from ENCRYPTION_KEYS, or made once and kept in DATA_DIR, readable by its owner only. */
export function loadKeys(config: Config): Keys {
  const found = findKeys(config)
  if (found) return parseKeys(found)
  const made = `k1:${randomBytes(32).toString('base64')}\n`
  keepKeys(config, made)
  return parseKeys(made)
}

/** The text of the keys, or null where there are none yet. */
export function findKeys(config: Config): string | null {
  if (config.ENCRYPTION_KEYS) return config.ENCRYPTION_KEYS
  return existsSync(keysFile(config)) ? readFileSync(keysFile(config), 'utf8') : null
}

/** Keeps keys in DATA_DIR for the first time; never writes over others. */
export function keepKeys(config: Config, text: string): void {
  mkdirSync(resolve(config.DATA_DIR), { recursive: true })
  writeFileSync(keysFile(config), text, { mode: 0o600, flag: 'wx' })
}

const keysFile = (config: Config): string => join(resolve(config.DATA_DIR), 'encryption-keys')
