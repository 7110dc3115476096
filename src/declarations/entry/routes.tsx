import type { AppContext } from '../../context.ts'
import type { Site } from '../../web/site.ts'
import { mountNil } from './routes.nil.tsx'
import { mountPeople } from './routes.person.tsx'
import { mountSheet } from './routes.sheet.tsx'

/** «Formulaire de Saisie», and a quarter with nothing to declare. */
export function mountEntry(site: Site, app: AppContext): void {
  mountSheet(site, app)
  mountPeople(site, app)
  mountNil(site, app)
}
