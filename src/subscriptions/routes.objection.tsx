import { readAdministration } from '../access/administration/read-administration.ts'
import type { DelegateActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { z } from 'zod'
import { parseForm, sayMost } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { redirect, show, type Site } from '../web/site.ts'
import {
  objectAsDelegate,
  objectToLetter,
  readOpposedLetter,
  readOwnOpposedLetter,
} from './object-to-letter.ts'
import { ObjectionPage } from './pages/objection.tsx'

const power = 'site.visit'

/** The mailed link of the delegate in function: looking changes nothing, answering serves once (product P5). */
export function mountObjection(site: Site, app: AppContext): void {
  mountOwnObjection(site, app)
  const { pattern } = paths.links.object
  const action = (token: string) => paths.links.object({ token })
  site.get(pattern, { power, audit: 'objection.read' }, async (page) => {
    const token = page.req.param('token') ?? ''
    const opposed = await readOpposedLetter(app, token)
    return show(page, <ObjectionPage action={action(token)} opposed={opposed} />)
  })
  site.post(pattern, { power, audit: 'objection.raise' }, async (page) => {
    const token = page.req.param('token') ?? ''
    const { words } = page.var.visit
    const form = parseForm(statementSchema(words.subscriptions.mistakes), page.var.fields)
    if (!form.ok) {
      const opposed = await readOpposedLetter(app, token)
      return show(page, <ObjectionPage action={action(token)} opposed={opposed} {...form} />, 422)
    }
    await objectToLetter(app, token, form.value.statement)
    return redirect(page, paths.home(), words.subscriptions.objection.done)
  })
}

/** The same from the delegate's own pages, which tell them of it as long as they may object. */
function mountOwnObjection(site: Site, app: AppContext): void {
  const { objection, information } = paths.administration
  site.get(
    objection.pattern,
    { power: 'company.manage', audit: 'objection.read_own' },
    async (page, actor) => {
      return show(page, <ObjectionPage {...(await ownPage(app, actor, idOf(page)))} />)
    },
  )
  site.post(
    objection.pattern,
    { power: 'company.manage', audit: 'objection.raise_own' },
    async (page, actor) => {
      const letterId = idOf(page)
      const { words } = page.var.visit
      const form = parseForm(statementSchema(words.subscriptions.mistakes), page.var.fields)
      if (!form.ok) {
        const again = await ownPage(app, actor, letterId)
        return show(page, <ObjectionPage {...again} {...form} />, 422)
      }
      await objectAsDelegate(app, actor, { letterId, ...form.value })
      return redirect(page, information(), words.subscriptions.objection.done)
    },
  )
}

async function ownPage(app: AppContext, actor: DelegateActor, letterId: string) {
  return {
    action: paths.administration.objection({ id: letterId }),
    opposed: await readOwnOpposedLetter(app, actor, letterId),
    administration: await readAdministration(app, actor),
  }
}

function statementSchema(mistakes: { readonly statement: string; readonly tooLong: string }) {
  return z.object({
    statement: z
      .preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())
      .transform((value) => value.normalize('NFC').trim())
      .pipe(z.string().min(1, mistakes.statement).max(2000, sayMost(mistakes.tooLong, 2000))),
  })
}
