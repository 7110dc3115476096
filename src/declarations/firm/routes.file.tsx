import type { ProfileActor } from '../../actors/actor.ts'
import { Refusal, refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, sentenceOf, show, type Site } from '../../web/site.ts'
import { receiveFile } from '../deposits/receive-file.ts'
import { waitForCheck } from '../deposits/wait-for-check.ts'
import { FirmFilePage } from './pages/firm-file.tsx'
import { FirmFileResultPage } from './pages/firm-file-result.tsx'
import { readInTheWay } from './read-in-the-way.ts'
import { takePart } from './take-part.ts'
import { listFiles, viewFirmFile } from './view-firm-file.ts'

/** Two hundred thousand lines: far more than the companies of one firm. */
const limits = { maxBytes: 40 * 1024 * 1024, maxFiles: 1 }

/** One file of several companies: received, split, and what became of each part (product D9). */
export function mountFirmFile(site: Site, app: AppContext): void {
  const { file, fileResult, fileState, fileTake } = paths.firm
  site.get(file.pattern, { power: 'firm.board', audit: 'firm.file' }, async (page, actor) =>
    show(page, <FirmFilePage files={await listFiles(app, actor)} />),
  )
  site.post(
    file.pattern,
    {
      power: 'firm.board',
      audit: 'deposit.send',
      upload: limits,
      formAt: () => file(),
      tooLarge: (page, actor, fichier) => again(page, app, actor, { fichier }, 422),
    },
    async (page, actor) => {
      const upload = page.var.received.files.find((one) => one.field === 'fichier')
      if (!upload || upload.name === '') {
        return again(page, app, actor, { fichier: page.var.visit.words.firm.file.missing }, 422)
      }
      const { name, size } = upload
      const command = { period: null, name, size, mark: '', insteadOf: '' }
      const done = await attempt(page, () => receiveFile(app, actor, command, upload))
      if (!done.ok) return again(page, app, actor, { fichier: done.sentence }, 409)
      await waitForCheck(app, actor, { depositId: done.value, isOfCompany: false })
      return redirect(page, fileResult({ id: done.value }))
    },
  )
  site.get(
    fileResult.pattern,
    { power: 'firm.board', audit: 'firm.file_result' },
    async (page, actor) => {
      const view = await viewFirmFile(app, actor, idOf(page))
      const { refusal } = view.deposit
      const why = refusal ? sentenceOf(page, new Refusal(refusal.code, refusal.details)) : undefined
      const inTheWay = await readInTheWay(app, actor, view.left)
      return show(page, <FirmFileResultPage view={view} inTheWay={inTheWay} why={why} />)
    },
  )
  site.post(
    fileTake.pattern,
    { power: 'firm.board', audit: 'deposit.take_the_place' },
    async (page, actor) => {
      const depositId = idOf(page)
      const { fields } = page.var
      const part = /^\d{1,6}$/.test(text(fields, 'partie')) ? Number(text(fields, 'partie')) : 0
      const insteadOf = text(fields, 'remplace')
      if (!isRowId(insteadOf)) return refuse('web.changed_meanwhile')
      await takePart(app, actor, { depositId, part, insteadOf })
      await waitForCheck(app, actor, { depositId, isOfCompany: false })
      return redirect(page, fileResult({ id: depositId }))
    },
  )
  site.get(
    fileState.pattern,
    { power: 'firm.board', audit: 'firm.file_result' },
    async (page, actor) => {
      const { deposit } = await viewFirmFile(app, actor, idOf(page))
      return page.json({ state: deposit.state, received: deposit.received, size: deposit.size })
    },
  )
}

// oxlint-disable-next-line max-params -- the request, who asks, what is wrong
async function again(
  page: Page,
  app: AppContext,
  actor: ProfileActor,
  errors: Mistakes,
  status: 409 | 422,
): Promise<Response> {
  return show(page, <FirmFilePage files={await listFiles(app, actor)} errors={errors} />, status)
}
