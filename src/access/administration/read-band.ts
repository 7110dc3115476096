import type { DelegateActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { BandProps } from '../../web/components/band.tsx'
import type { Page } from '../../web/site.ts'
import { administrationBand } from './administration-band.ts'
import { readAdministration } from './read-administration.ts'

/** The orange band for pages that stand below this module and cannot know its cells. */
export function readBand(app: Pick<AppContext, 'db' | 'clock'>) {
  return async (page: Page, actor: DelegateActor): Promise<BandProps> =>
    administrationBand(page.var.visit.words, await readAdministration(app, actor))
}
