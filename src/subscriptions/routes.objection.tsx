import type { AppContext } from '../context.ts'
import { z } from 'zod'
import { parseForm } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { redirect, show, type Site } from '../web/site.ts'
import { objectToLetter, readOpposedLetter } from './object-to-letter.ts'
import { ObjectionPage } from './pages/objection.tsx'

const power = 'site.visit'

/** The mailed link of the delegate in function: looking changes nothing, answering serves once (product P5). */
export function mountObjection(site: Site, app: AppContext): void {
  const { pattern } = paths.links.object
  site.get(pattern, { power, audit: 'objection.read' }, async (page) => {
    const token = page.req.param('token') ?? ''
    return show(page, <ObjectionPage token={token} opposed={await readOpposedLetter(app, token)} />)
  })
  site.post(pattern, { power, audit: 'objection.raise' }, async (page) => {
    const token = page.req.param('token') ?? ''
    const { words } = page.var.visit
    const form = parseForm(statementSchema(words.subscriptions.mistakes), page.var.fields)
    if (!form.ok) {
      const opposed = await readOpposedLetter(app, token)
      return show(page, <ObjectionPage token={token} opposed={opposed} {...form} />, 422)
    }
    await objectToLetter(app, token, form.value.statement)
    return redirect(page, paths.home(), words.subscriptions.objection.done)
  })
}

function statementSchema(mistakes: { readonly statement: string; readonly tooLong: string }) {
  return z.object({
    statement: z
      .preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())
      .transform((value) => value.normalize('NFC').trim())
      .pipe(z.string().min(1, mistakes.statement).max(2000, mistakes.tooLong)),
  })
}
