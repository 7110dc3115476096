import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { answerStream } from '../../web/answer-file.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Site } from '../../web/site.ts'
import { mostBytes } from '../deposits/deposit.ts'
import { adviceOn } from '../finding-words.ts'
import type { Asked } from './asked.ts'
import { deskFileNamed, fileTypes } from './files/desk-file.ts'
import { runDeskFile } from './files/write-desk-file.ts'
import { shownCheck } from './form-of.ts'
import { backToDesk, showDesk } from './routes.desk.tsx'
import { sendLines } from './send-lines.ts'

/** For who corrects in a file: what is wrong given back, and the corrected lines alone sent again (product D4, US14, US15). */
export function mountDeskFiles(site: Site, app: AppContext): void {
  const { deskFile, sendLines: send, check } = paths.declarations
  site.get(
    deskFile.pattern,
    { power: 'declarations.read', audit: 'declaration.file_export', heavy: true },
    async (page, actor) => {
      const file = deskFileNamed(page.req.param('file') ?? '') ?? refuse('web.not_found')
      const { language } = page.var.visit
      const asked = { actor, declarationId: idOf(page), file, language }
      const { name, place, end } = await runDeskFile(app, asked)
      const body = Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>
      return answerStream(page, { name, type: fileTypes[file.format], body, end })
    },
  )
  site.post(
    send.pattern,
    {
      power: 'declarations.send',
      audit: 'declaration.send_lines',
      upload: { maxBytes: mostBytes, maxFiles: 1 },
      formAt: (page) => check({ id: idOf(page) }),
      tooLarge: (page, actor, sentence) =>
        showDesk({ page, app, actor }, { sent: { sentence }, status: 422 }),
    },
    async (page, actor) => receive({ page, app, actor }),
  )
}

async function receive(asked: Asked) {
  const { page, app, actor } = asked
  const said = page.var.visit.words.desk.files
  const file = page.var.received.files.find(({ field }) => field === 'fichier')
  if (!file || file.name === '' || file.size === 0) {
    return showDesk(asked, { sent: { sentence: said.missing }, status: 422 })
  }
  const tried = await attempt(page, () => sendLines(app, actor, shownCheck(page), file))
  if (!tried.ok) return showDesk(asked, { sent: { sentence: tried.sentence } })
  const { value } = tried
  if (value.outcome === 'not_read') {
    const sentence = `${said.notRead} ${adviceOn(value.finding, page.var.visit.language)}`
    return showDesk(asked, { sent: { sentence }, status: 422 })
  }
  if (value.outcome === 'not_placed') {
    const sent = { sentence: said.notPlaced(value.count), ...value }
    return showDesk(asked, { sent, status: 422 })
  }
  if (value.outcome !== 'changed') return backToDesk(page, said.same)
  const done = said.replaced(value.lines)
  return backToDesk(page, value.lost > 0 ? `${done} ${said.lost(value.lost)}` : done)
}
