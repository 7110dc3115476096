import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Actor } from '../actors/actor.ts'
import { allows } from '../actors/powers.ts'
import type { AppContext } from '../context.ts'
import { answerFile } from '../web/answer-file.ts'
import { line, parseForm, text, versionOf } from '../web/form.ts'
import { pageNumber } from '../web/paging.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { handOverCollection } from './hand-over-collection.ts'
import { makeCollection } from './make-collection.ts'
import { CollectionPage } from './pages/collection.tsx'
import { CollectionsPage } from './pages/collections.tsx'
import { MessagesPage, placeOf } from './pages/messages.tsx'
import { receiveBankMessage } from './receive-bank-message.ts'
import { receiveMovement } from './receive-movement.ts'
import { setAsideMovement } from './set-aside-movement.ts'
import { mountReceivedTransfers } from './transfers/routes.agency.tsx'
import { mountSplitting } from './transfers/routes.split.tsx'
import { openCollectionFile, viewCollection, viewCollections, viewMessages } from './views.ts'

const messageLimit = { maxBytes: 20 * 1024 * 1024, maxFiles: 1 }

/** The agents' side of direct debits: files that leave, answers that come back (product E5, G1). */
export function mountDirectDebits(site: Site, app: AppContext): void {
  mountMessages(site, app)
  mountReceivedTransfers(site, app)
  mountSplitting(site, app)
  mountCollections(site, app)
}

function mountCollections(site: Site, app: AppContext): void {
  const own = paths.agency
  site.get(
    own.collections.pattern,
    { power: 'agency.work', audit: 'collections.list' },
    async (page, actor) => {
      const view = await viewCollections(app, pageAsked(page))
      return show(
        page,
        <CollectionsPage {...view} supervises={allows(actor, 'agency.supervise')} />,
      )
    },
  )
  site.post(
    own.collections.pattern,
    { power: 'agency.work', audit: 'collection.make' },
    async (page, actor) => {
      const said = page.var.visit.words.debits
      const done = await attempt(page, () => makeCollection(app, actor))
      if (!done.ok) {
        const view = await viewCollections(app)
        return show(page, <CollectionsPage {...view} errors={{ '': done.sentence }} />, 409)
      }
      const { heldBack } = done.value
      const held = heldBack.length > 0 ? said.heldBack(heldBack.length) : ''
      if (done.value.outcome === 'nothing_due') {
        return redirect(page, own.collections(), [said.nothingDue, held].filter(Boolean).join(' '))
      }
      const { id } = done.value
      const { collection } = await viewCollection(app, id)
      const notice = [said.made(collection.entries), held].filter(Boolean).join(' ')
      return redirect(page, own.collection({ id }), notice)
    },
  )
  site.get(
    own.collection.pattern,
    { power: 'agency.work', audit: 'collection.view' },
    async (page) => show(page, <CollectionPage {...(await viewCollection(app, idOf(page)))} />),
  )
  site.get(
    own.collectionFile.pattern,
    { power: 'agency.work', audit: 'collection.download' },
    async (page, actor) => answerFile(page, await openCollectionFile(app, actor, idOf(page))),
  )
  site.post(
    own.handOver.pattern,
    { power: 'agency.work', audit: 'collection.hand_over' },
    async (page, actor) => {
      const id = idOf(page)
      if (text(page.var.fields, 'remis') !== 'on') {
        const errors = { remis: page.var.visit.words.debits.collection.handOverMissing }
        return show(
          page,
          <CollectionPage {...(await viewCollection(app, id))} errors={errors} />,
          422,
        )
      }
      await handOverCollection(app, actor, { id, version: versionOf(page.var.fields) })
      const said = page.var.visit.words.debits.collection
      return redirect(page, own.collection({ id }), said.handedOver)
    },
  )
}

function mountMessages(site: Site, app: AppContext): void {
  const own = paths.agency
  site.get(
    own.bankMessages.pattern,
    { power: 'agency.work', audit: 'bank_messages.list' },
    async (page) => show(page, <MessagesPage {...(await viewMessages(app, pageAsked(page)))} />),
  )
  const spec = {
    power: 'agency.work',
    audit: 'bank_message.receive',
    upload: messageLimit,
    formAt: () => own.bankMessages(),
    tooLarge: async (page: Page, _: Actor, fichier: string) =>
      show(page, <MessagesPage {...(await viewMessages(app))} errors={{ fichier }} />, 422),
  } as const
  site.post(own.bankMessages.pattern, spec, async (page, actor) => {
    const said = page.var.visit.words.debits.messages
    const file = page.var.received.files.find((one) => one.field === 'fichier')
    if (!file || file.name === '') {
      const view = await viewMessages(app)
      return show(page, <MessagesPage {...view} errors={{ fichier: said.missing }} />, 422)
    }
    const bytes = await readFile(file.temporary)
    const done = await attempt(page, () => receiveBankMessage(app, actor, { ...file, bytes }))
    if (!done.ok) {
      const view = await viewMessages(app)
      return show(page, <MessagesPage {...view} errors={{ fichier: done.sentence }} />, 409)
    }
    return redirect(page, own.bankMessages(), said.done(done.value))
  })
  mountParked(site, app)
}

/** What an agent decides about a movement that waits: it is a transfer, or it concerns nothing here. */
function mountParked(site: Site, app: AppContext): void {
  const own = paths.agency
  site.post(
    own.receiveMovement.pattern,
    { power: 'agency.work', audit: 'bank_movement.receive' },
    async (page, actor) => {
      const place = { messageId: idOf(page), position: positionOf(page) }
      const done = await attempt(page, () => receiveMovement(app, actor, place))
      if (!done.ok) {
        const view = await viewMessages(app)
        return show(page, <MessagesPage {...view} errors={{ '': done.sentence }} />, 409)
      }
      const { transferId, employerNumber } = done.value
      const address = own.receivedTransfer({ id: transferId })
      const said = page.var.visit.words.debits.messages
      return redirect(
        page,
        employerNumber ? `${address}?adherent=${employerNumber}` : address,
        said.receivedDone,
      )
    },
  )
  site.post(
    own.setAside.pattern,
    { power: 'agency.work', audit: 'bank_movement.set_aside' },
    async (page, actor) => {
      const said = page.var.visit.words.debits.messages
      const place = { messageId: idOf(page), position: positionOf(page) }
      const missing = said.setAsideMissing
      const form = parseForm(z.object({ raison: line(missing, missing, 200) }), page.var.fields)
      if (!form.ok) {
        const view = await viewMessages(app)
        const { errors, typed } = form
        return show(
          page,
          <MessagesPage {...view} errors={errors} typed={typed} sent={placeOf(place)} />,
          422,
        )
      }
      await setAsideMovement(app, actor, { ...place, note: form.value.raison })
      return redirect(page, own.bankMessages(), said.setAsideDone)
    },
  )
}

function pageAsked(page: Page): number {
  return pageNumber(page.req.query('page'))
}

/** Of a movement in its message; what is no place is that of none. */
function positionOf(page: Page): number {
  const typed = page.req.param('position') ?? ''
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}
