import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import { show, type Site } from '../web/site.ts'
import { InterfacePage } from './pages/interface.tsx'

/** What the machine interface is, for people. */
export function mountInterfacePage(site: Site, app: AppContext): void {
  site.get(paths.interface.pattern, { power: 'site.visit', audit: 'machine.read' }, (page) =>
    show(page, <InterfacePage origin={app.config.url} />),
  )
}
