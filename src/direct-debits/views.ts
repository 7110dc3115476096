import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { adapterNamed } from './adapters/adapters.ts'
import { getContent } from './store/collection-content.ts'
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

/**
 * The file as it was made; whoever takes it is in the trail. One that the disk lost is made again from what is kept, and is the same
 * or is not given (quality RE22).
 */
export async function openCollectionFile(app: AppContext, actor: AgentActor, id: string) {
  const { content, adapter, sha256 } = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const collection = (await findCollection(tx, id)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'collection.downloaded',
      subject: { kind: 'collection', id },
      employerId: null,
      details: { reference: collection.reference },
    })
    return {
      content: await getContent(tx, id),
      adapter: adapterNamed(collection.adapter),
      sha256: collection.sha256,
    }
  })
  if (!(await app.files.has(sha256))) {
    const again = await app.files.put(Buffer.from(adapter.write(content), 'utf8'))
    if (!again.equals(sha256)) throw new Error(`the file of ${content.reference} is another one`)
  }
  const body = await app.files.read(sha256)
  return { name: adapter.fileName(content), type: adapter.mediaType, body }
}

export function viewMessages(app: AppContext) {
  return app.db.transaction({ as: 'agency' }, async (tx) => ({
    messages: await listMessages(tx, shown),
    parked: await listParked(tx, shown),
  }))
}
