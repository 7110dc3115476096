import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { type Administration, loadAdministration } from '../administration/read-administration.ts'
import type { MachineKey } from './machine-key.ts'
import { findKey, listKeys } from './store/keys.ts'

export interface KeysView {
  readonly administration: Administration
  readonly keys: readonly MachineKey[]
}

const shownAtMost = 100

/** Every key of the company, those that serve first. */
export function readKeys(app: AppContext, actor: DelegateActor): Promise<KeysView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => ({
    administration: await loadAdministration(tx, app, actor),
    keys: await listKeys(tx, employerId, app.clock.now(), shownAtMost),
  }))
}

export interface KeyView {
  readonly administration: Administration
  readonly shown: MachineKey
}

export function readKey(app: AppContext, actor: DelegateActor, id: string): Promise<KeyView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => ({
    administration: await loadAdministration(tx, app, actor),
    shown: (await findKey(tx, employerId, id)) ?? refuse('web.not_found'),
  }))
}
