import { admitDelegate } from '../access/admit-delegate.ts'
import type { Actor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { paymentOptions, teleservices } from '../employers/employer.ts'
import type { Tx } from '../platform/db/database.ts'
import { identityKinds } from '../platform/secrets/identity.ts'
import { askerOf } from './agree-to-import.ts'
import type { Import } from './import.ts'
import { addServices } from './store/delegates.ts'
import type { StagedRow } from './store/lines.ts'

export interface Admission {
  readonly found: Import
  readonly rows: readonly StagedRow[]
}

/** Puts in office the delegates of the lines, each with the services that their company subscribed to on paper. */
// oxlint-disable-next-line max-params -- the transaction, the portal, on whose behalf, what
export async function admitDelegates(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  { found, rows }: Admission,
): Promise<void> {
  for (const row of rows) {
    const { fields, employerId, identitySealed } = row
    if (!employerId || !identitySealed) throw new Error(`line ${row.line} names nobody`)
    await addServices(tx, employerId, {
      services: teleservices.filter((one) => fields['services']?.split(',').includes(one)),
      paymentOption: paymentOptions.find((one) => one === fields['paymentOption']),
      at: app.clock.now(),
    })
    await admitDelegate(tx, app, actor, {
      employerId,
      delegate: delegateOf(row, identitySealed),
      file: found.fileName,
      askedBy: askerOf(found.askedBy),
    })
  }
}

function delegateOf({ fields, line }: StagedRow, identitySealed: Buffer) {
  const kind = identityKinds.find((one) => one === fields['identityKind'])
  if (!kind) throw new Error(`line ${line} names no document`)
  return {
    firstName: fields['firstName'] ?? '',
    lastName: fields['lastName'] ?? '',
    jobTitle: fields['jobTitle'] ?? '',
    email: fields['email'] ?? '',
    phone: fields['phone'] ?? '',
    language: fields['language'] === 'ar' ? ('ar' as const) : ('fr' as const),
    identity_kind: kind,
    identity_sealed: identitySealed,
    identity_key: Buffer.from(fields['identity'] ?? '', 'hex'),
  }
}
