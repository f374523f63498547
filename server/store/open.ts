import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { FileStore } from './file-store.ts'
import { openFolderStore } from './folder.ts'
import { openIncoming } from './incoming.ts'
import { openBucketStore } from './s3.ts'

/** The one store of this installation: the bucket of S3_ENDPOINT when it is set, else DATA_DIR/files. Uploads are collected in DATA_DIR/files/incoming. */
export async function openStore(config: Config, wall: () => Date): Promise<FileStore> {
  const folder = join(config.DATA_DIR, 'files')
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: access_key, S3_SECRET_KEY: secret_key } = config
  if (!endpoint) return openFolderStore(folder, wall())
  if (!bucket || !access_key || !secret_key)
    throw new Error('setting S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY')
  const incoming = await openIncoming(join(folder, 'incoming'), wall())
  return openBucketStore({ endpoint, bucket, access_key, secret_key, region: config.S3_REGION }, incoming, wall)
}
