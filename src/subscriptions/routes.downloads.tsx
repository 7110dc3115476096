import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { parseForm } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { redirect, show, type Site } from '../web/site.ts'
import { giveFollowPass } from './follow-pass.ts'
import { DownloadsPage } from './pages/downloads.tsx'
import { RequestLetterPage } from './pages/request-letter.tsx'
import { StartPage } from './pages/start.tsx'
import { readDrafts } from './read-drafts.ts'
import { requestSchema } from './request-form.ts'
import { requestLetter } from './request-letter.ts'
import type { RequestedKind } from './requested-letter.ts'
import { start } from './routes.applicant.tsx'
import { subscriberOf } from './subscriber-of.ts'

const { downloads } = paths
const power = 'site.visit'
const kinds: Readonly<Record<string, RequestedKind | 'renewal'>> = {
  'mot-de-passe': 'password_reset',
  'adresse-e-mail': 'email_update',
  reabonnement: 'renewal',
}

/** «Téléchargement»: the three letters for who is not signed in (product A10, public version). */
export function mountDownloads(site: Site, app: AppContext): void {
  site.get(downloads.list.pattern, { power, audit: 'letter.list' }, async (page) =>
    show(page, <DownloadsPage />),
  )
  site.get(downloads.letter.pattern, { power, audit: 'letter.request' }, async (page) => {
    const slug = page.req.param('kind') ?? ''
    const kind = kindOf(slug)
    if (kind === 'renewal') {
      const drafts = await readDrafts(app, subscriberOf(page))
      return show(page, <StartPage kind="renewal" drafts={drafts} />)
    }
    return show(page, <RequestLetterPage kind={kind} action={downloads.letter({ kind: slug })} />)
  })
  site.post(downloads.letter.pattern, { power, audit: 'letter.request' }, async (page) => {
    const slug = page.req.param('kind') ?? ''
    const kind = kindOf(slug)
    if (kind === 'renewal') return start(page, app, 'renewal')
    const form = parseForm(requestSchema(page.var.visit.words, kind), page.var.fields)
    if (!form.ok) {
      const action = downloads.letter({ kind: slug })
      return show(page, <RequestLetterPage kind={kind} action={action} {...form} />, 422)
    }
    giveFollowPass(page, app, await requestLetter(app, subscriberOf(page), form.value))
    return redirect(page, paths.follow.letter())
  })
}

function kindOf(slug: string): RequestedKind | 'renewal' {
  return (Object.hasOwn(kinds, slug) ? kinds[slug] : undefined) ?? refuse('web.not_found')
}
