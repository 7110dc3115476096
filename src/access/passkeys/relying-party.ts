import type { Config } from '../../config.ts'

/** For whom passkeys are made: they answer to this name and at this address, and nowhere else. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
  readonly name: string
}

/** Only ever from GUICHET_URL: what a request says of its host counts for nothing. */
export function relyingParty({ url, fund }: Pick<Config, 'url' | 'fund'>): RelyingParty {
  const { hostname, origin } = new URL(url)
  return { id: hostname, origin, name: fund.name }
}
