import path from 'node:path'
import { diskFileStore, type FileStore } from './file-store.ts'
import type { S3Address } from './s3/address.ts'
import { s3FileStore } from './s3/s3-file-store.ts'

interface Setting {
  readonly dataFolder: string
  readonly fileStore: S3Address | null
}

/** Where documents are kept: in the data folder, or in a bucket when the operator gave one. */
export function openFileStore({ dataFolder, fileStore }: Setting): FileStore {
  const local = diskFileStore(path.join(dataFolder, 'files'))
  return fileStore ? s3FileStore(fileStore, local) : local
}
