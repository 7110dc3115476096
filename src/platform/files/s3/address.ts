/** A bucket of a store that speaks S3, and where in it. Keys come from the environment, as for any program of that kind. */
export interface S3Address {
  readonly bucket: string
  /** Before every name, with its slash; empty for the whole bucket. */
  readonly prefix: string
  /** Of a store that is not Amazon's. */
  readonly endpoint: string | null
  readonly region: string | null
}

/** `s3://bucket/folder?endpoint=https://store.example&region=…`; nothing when it is not one. */
export function parseS3Address(text: string): S3Address | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 's3:' || !url.hostname || url.username || url.port) return undefined
  const known = ['endpoint', 'region']
  if ([...url.searchParams.keys()].some((key) => !known.includes(key))) return undefined
  const endpoint = url.searchParams.get('endpoint')
  if (endpoint !== null && !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint)) return undefined
  const folder = url.pathname.replace(/^\/+|\/+$/g, '')
  return {
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint,
    region: url.searchParams.get('region'),
  }
}
