import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { answerFile } from '../../web/answer-file.ts'
import { type Fields, line, text } from '../../web/form.ts'
import { pageNumber } from '../../web/paging.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, sentenceOf, type Site, show } from '../../web/site.ts'
import { attachScan, removeScan } from './attach-scan.ts'
import { bringScans, trayLimits } from './bring-scans.ts'
import { openOriginal } from './open-original.ts'
import { openScan } from './open-scan.ts'
import {
  isReason,
  reasonField,
  thumbnail,
  type TrayForm,
  TrayPage,
  trayPage,
} from './pages/tray-page.tsx'
import { readTray } from './read-tray.ts'
import { mountSplit } from './routes.split.tsx'

const power = 'agency.work'

/** «Numérisations»: scans of several cases brought together, each sent to its case by its code (product G2). */
export function mountTray(site: Site, app: AppContext): void {
  const { tray, attachScans, trayScan, trayOriginal } = paths.agency
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
  site.get(
    trayOriginal.pattern,
    { power, audit: 'tray.original_view', heavy: true },
    async (page, actor) => answerFile(page, await openOriginal(app, actor, idOf(page))),
  )
  mountSplit(site, app)
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
  if (removed !== '') return remove(page, app, actor, removed)
  const reason = Object.keys(fields).find((name) => isReason(name) && text(fields, name) !== '')
  if (reason !== undefined)
    return showTray(page, app, { errors: { [reason]: words.reasonAlone }, typed: fields })
  const errors: Record<string, string> = {}
  const attached: string[] = []
  for (const [name, id] of codesIn(fields)) {
    const code = text(fields, name)
    const done = await attempt(page, () => attachScan(app, actor, { id, code }))
    if (done.ok) attached.push(done.value.reference)
    else errors[name] = done.sentence
  }
  if (Object.keys(errors).length > 0) {
    const said = attached.length > 0 ? words.attached(attached) : undefined
    return showTray(page, app, { errors, typed: fields, said })
  }
  const first = Object.keys(fields).find((name) => codeField.test(name))
  if (attached.length === 0 && first)
    return showTray(page, app, { errors: { [first]: words.noCode }, typed: fields })
  const said = attached.length > 0 ? words.attached(attached) : words.noCode
  return redirect(page, trayPage(text(fields, 'page')), said)
}

/** Only with a reason; the codes typed beside the other scans stay as they are. */
// oxlint-disable-next-line max-params -- who takes out which
async function remove(page: Page, app: AppContext, actor: AgentActor, id: string) {
  const { fields, visit } = page.var
  const { tray: words } = visit.words
  const name = reasonField(id)
  const given = line(words.reasonMissing, words.reasonLong, 200).safeParse(fields[name])
  if (!given.success) {
    const errors = { [name]: given.error.issues[0]?.message ?? words.reasonMissing }
    return showTray(page, app, { errors, typed: fields })
  }
  const done = await attempt(page, () => removeScan(app, actor, { id, reason: given.data }))
  if (!done.ok) return showTray(page, app, { errors: { [name]: done.sentence }, typed: fields })
  const isMoreTyped = codesIn(fields).some(([, of]) => of !== id)
  if (isMoreTyped) return showTray(page, app, { errors: {}, typed: fields, said: words.removed })
  return redirect(page, trayPage(text(fields, 'page')), words.removed)
}

const codeField = /^code-([0-9a-f-]{36})$/

function codesIn(fields: Fields): (readonly [string, string])[] {
  return Object.keys(fields).flatMap((name) => {
    const id = codeField.exec(name)?.[1]
    return id === undefined || text(fields, name) === '' ? [] : [[name, id] as const]
  })
}

async function showTray(page: Page, app: AppContext, form?: TrayForm) {
  const asked = form ? text(page.var.fields, 'page') : page.req.query('page')
  const tray = await readTray(app, pageNumber(asked))
  const isWrong = Object.keys(form?.errors ?? {}).length > 0
  return show(page, <TrayPage tray={tray} form={form} />, isWrong ? 422 : 200)
}
