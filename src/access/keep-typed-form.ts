import { dayMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { isRowId } from '../platform/db/row-id.ts'
import { sessionOfForm } from '../web/form-token.ts'
import { type KeptForm, typedOnly } from '../web/kept-form.ts'
import { text } from '../web/form.ts'
import { findKeptForm, saveKeptForm } from './store/kept-forms.ts'

const keptMs = dayMs

/** A form sent after its session was over is kept for a day, for the person whom it had been given to (product D4). */
export async function keepTypedForm(app: AppContext, form: KeptForm): Promise<boolean> {
  const token = text(form.fields, 'csrf')
  const sessionId = sessionOfForm(app.keyring, token)
  if (!sessionId || !isRowId(sessionId)) return false
  const fields = { ...typedOnly(form.fields), entreprise: form.fields['entreprise'] ?? '' }
  const sealed = app.keyring.seal(JSON.stringify(fields))
  await app.db.transaction({ as: 'public', visit: token }, (tx) =>
    saveKeptForm(tx, {
      sessionId,
      token,
      sealed,
      address: form.address,
      now: app.clock.now(),
    }),
  )
  return true
}

/** What this person had typed in the form of a page when their session ended, whichever browser they signed in again with. */
export async function findTypedForm(
  app: AppContext,
  accountId: string,
  address: string,
): Promise<KeptForm | null> {
  const since = new Date(app.clock.now().getTime() - keptMs)
  const row = await app.db.transaction({ as: 'account', accountId }, (tx) =>
    findKeptForm(tx, { id: accountId, address, since }),
  )
  return row
    ? { address: row.address, fields: JSON.parse(app.keyring.open(row.fields_sealed)) }
    : null
}
