import { Refusal } from '../backup/refusal.ts'
import { FolderInUse } from '../db/lock.ts'
import { NewerDatabase } from '../db/migrate.ts'
import { NoDatabase } from '../db/open.ts'
import { NotEmpty } from '../db/target.ts'

const sentences = [Refusal, FolderInUse, NewerDatabase, NoDatabase, NotEmpty]
// Of the file system and of the network: their message names the path or the address.
const plainCodes =
  /^(EACCES|EEXIST|EISDIR|ENOENT|ENOSPC|ENOTDIR|EPERM|EROFS|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|28P01|3D000)$/

/** Why a command could not do it, for the person who typed it: a sentence where the reason is known, else all we have. */
export function sayWhy(what: string, error: Error & { code?: string }): void {
  const isKnown =
    sentences.some((one) => error instanceof one) ||
    error.message.startsWith('setting ') ||
    plainCodes.test(error.code ?? '')
  console.error(`${what}: ${isKnown ? error.message || error.code : error.stack}`)
}
