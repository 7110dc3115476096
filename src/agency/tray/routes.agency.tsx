import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { answerFile } from '../../web/answer-file.ts'
import { type Fields, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, sentenceOf, type Site, show } from '../../web/site.ts'
import { attachScan, removeScan } from './attach-scan.ts'
import { bringScans, trayLimits } from './bring-scans.ts'
import { openScan } from './open-scan.ts'
import { thumbnail, type TrayForm, TrayPage } from './pages/tray-page.tsx'
import { readTray } from './read-tray.ts'

const power = 'agency.work'

/** «Numérisations»: scans of several cases brought together, each sent to its case by its code (product G2). */
export function mountTray(site: Site, app: AppContext): void {
  const { tray, attachScans, trayScan } = paths.agency
  site.get(tray.pattern, { power, audit: 'tray.list' }, (page) => showTray(page, app))
  site.post(
    tray.pattern,
    {
      power,
      audit: 'tray.bring',
      upload: trayLimits,
      formAt: () => paths.agency.tray(),
      tooLarge: (page, _, documents) => showTray(page, app, { errors: { documents }, typed: {} }),
    },
    (page, actor) => bring(page, app, actor),
  )
  site.post(attachScans.pattern, { power, audit: 'tray.attach' }, (page, actor) =>
    attach(page, app, actor),
  )
  site.get(trayScan.pattern, { power, audit: 'tray.view' }, async (page, actor) => {
    const isThumbnail = page.req.query(thumbnail) !== undefined
    return answerFile(page, await openScan(app, actor, { id: idOf(page), isThumbnail }))
  })
}

async function bring(page: Page, app: AppContext, actor: AgentActor) {
  const { fields, received, visit } = page.var
  const { tray: words } = visit.words
  const arrival = text(fields, 'arrivee') === 'counter' ? 'counter' : 'post'
  const done = await attempt(page, () =>
    bringScans(app, actor, { uploads: received.files, arrival }),
  )
  if (!done.ok) return showTray(page, app, { errors: { documents: done.sentence }, typed: fields })
  const { kept, refused } = done.value
  if (refused.length === 0) return redirect(page, paths.agency.tray(), words.kept(kept))
  for (const { refusal } of refused) await page.var.noteRefusal(refusal)
  const said = refused.map(({ name, refusal }) => words.notKept(name, sentenceOf(page, refusal)))
  const told = kept > 0 ? [words.kept(kept)] : []
  return showTray(page, app, { errors: { documents: [...told, ...said].join(' ') }, typed: fields })
}

/** One after the other, each in a transaction of its own: those that cannot go stay, with what was typed. */
async function attach(page: Page, app: AppContext, actor: AgentActor) {
  const { fields, visit } = page.var
  const { tray: words } = visit.words
  const removed = text(fields, 'retirer')
  if (removed !== '') {
    await removeScan(app, actor, removed)
    return redirect(page, paths.agency.tray(), words.removed)
  }
  const errors: Record<string, string> = {}
  const attached: string[] = []
  for (const [name, id] of codesIn(fields)) {
    const code = text(fields, name)
    const done = await attempt(page, () => attachScan(app, actor, { id, code }))
    if (done.ok) attached.push(done.value.reference)
    else errors[name] = done.sentence
  }
  if (Object.keys(errors).length > 0) {
    return showTray(page, app, { errors, typed: fields, attached })
  }
  const said = attached.length === 0 ? words.noCode : words.attached(attached)
  return redirect(page, paths.agency.tray(), said)
}

const codeField = /^code-([0-9a-f-]{36})$/

function codesIn(fields: Fields): (readonly [string, string])[] {
  return Object.keys(fields).flatMap((name) => {
    const id = codeField.exec(name)?.[1]
    return id === undefined || text(fields, name) === '' ? [] : [[name, id] as const]
  })
}

async function showTray(page: Page, app: AppContext, form?: TrayForm) {
  const scans = await readTray(app)
  return show(page, <TrayPage scans={scans} form={form} />, form ? 422 : 200)
}
