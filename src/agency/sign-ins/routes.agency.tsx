import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { show, type Site } from '../../web/site.ts'
import { SignInsPage } from './pages/sign-ins-page.tsx'
import { readSignIns } from './read-sign-ins.ts'

/** «Connexions refusées»: whose account is being tried (quality AT6, AT7). */
export function mountSignIns(site: Site, app: AppContext): void {
  site.get(
    paths.agency.signIns.pattern,
    { power: 'agency.supervise', audit: 'sign_ins.list' },
    async (page) =>
      show(page, <SignInsPage list={await readSignIns(app, page.req.query('q') ?? '')} />),
  )
}
