import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { pain008 } from './collection-file.ts'
import { findCollection, listCollections, listEntries } from './store/collections.ts'
import { listMessages, listParked } from './store/messages.ts'

const shown = 100

export function viewCollections(app: AppContext) {
  return app.db.transaction({ as: 'agency' }, async (tx) => ({
    collections: await listCollections(tx, shown),
  }))
}

export function viewCollection(app: AppContext, id: string) {
  return app.db.transaction({ as: 'agency' }, async (tx) => ({
    collection: (await findCollection(tx, id)) ?? refuse('web.not_found'),
    entries: await listEntries(tx, id),
  }))
}

/** The file as it was made; whoever takes it is in the trail. */
export async function openCollectionFile(app: AppContext, actor: AgentActor, id: string) {
  const { name, sha256 } = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const collection = (await findCollection(tx, id)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'collection.downloaded',
      subject: { kind: 'collection', id },
      employerId: null,
      details: { reference: collection.reference },
    })
    return { name: `${collection.reference}.xml`, sha256: collection.sha256 }
  })
  return { name, type: pain008.mediaType, body: await app.files.read(sha256) }
}

export function viewMessages(app: AppContext) {
  return app.db.transaction({ as: 'agency' }, async (tx) => ({
    messages: await listMessages(tx, shown),
    parked: await listParked(tx, shown),
  }))
}
