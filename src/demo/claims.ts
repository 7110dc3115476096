import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../actors/actor.ts'
import { addDays, formatDate, type LocalDate, localDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Rib } from '../employers/rib.ts'
import { chooseCapital } from '../liquidations/claims/choose-capital.ts'
import type { ClaimKind } from '../liquidations/claims/claim.ts'
import { confirmCareer } from '../liquidations/claims/confirm-career.ts'
import { confirmPerson } from '../liquidations/claims/confirm-person.ts'
import { saveAccount } from '../liquidations/claims/save-payee.ts'
import { sendClaim } from '../liquidations/claims/send-claim.ts'
import { startClaim } from '../liquidations/claims/start-claim.ts'
import { stateEnd } from '../liquidations/claims/state-end.ts'
import { insertPage } from '../liquidations/claims/store/documents.ts'
import { withdrawClaim } from '../liquidations/claims/withdraw-claim.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import type { PrintedDocument } from '../platform/pdf/printed-document.ts'
import { atlas } from './company.ts'
import { claimPaper } from './paper/claim-papers.ts'
import { retiringMembers } from './retiring.ts'

const rib = '007780000123456789012396' as Rib
/** Whose claim waits for an agent. */
const sentFor = '000098003'
const cin = 'BE98003'

/** Claims of people who near retirement: one begun, one that waits for an agent, one given up. */
export async function prepareDemonstrationClaims(
  app: AppContext,
  employerId: string,
): Promise<void> {
  const actor = await findPreparer(app, employerId)
  await begin(app, actor, '000098004', 'normal')
  const sent = await begin(app, actor, sentFor, 'normal')
  await fill(app, actor, sent)
  const gone = await begin(app, actor, '000098005', 'early')
  await withdrawClaim(app, actor, { claimId: gone, version: 1, reason: 'Départ reporté d’un an' })
}

async function findPreparer(app: AppContext, employerId: string): Promise<EmployedActor> {
  const profile = await app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .selectFrom('profiles')
      .select(['id', 'first_name', 'last_name'])
      .where('employer_id', '=', employerId)
      .where('service', '=', 'liquidation')
      .where('state', '=', 'active')
      .orderBy('created_at')
      .executeTakeFirstOrThrow(),
  )
  return {
    kind: 'profile',
    id: profile.id,
    name: `${profile.first_name} ${profile.last_name}`,
    sessionId: '',
    stage: 'full',
    service: 'liquidation',
    employerId,
    isMaker: false,
    isValidator: false,
  }
}

// oxlint-disable-next-line max-params -- who begins which claim for whom
async function begin(
  app: AppContext,
  actor: EmployedActor,
  number: string,
  kind: ClaimKind,
): Promise<string> {
  const { id } = await app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .selectFrom('memberships')
      .select('id')
      .where('employer_id', '=', actor.employerId)
      .where('member_number', '=', number)
      .executeTakeFirstOrThrow(),
  )
  return startClaim(app, actor, { membershipId: id, kind, formKey: randomUUID() })
}

/** Every task, then the documents as they would have been scanned, then sent. */
async function fill(app: AppContext, actor: EmployedActor, claimId: string): Promise<void> {
  const identity = { kind: 'cin' as const, number: cin }
  await confirmPerson(app, actor, { claimId, version: 1, identity })
  const endedOn = addDays(todayIn(app.clock), 30)
  const note = 'Sortie à déclarer avec le trimestre en cours.'
  await stateEnd(app, actor, { claimId, version: 2, endedOn, note })
  await confirmCareer(app, actor, { claimId, version: 3, note: '' })
  await chooseCapital(app, actor, { claimId, version: 4, asCapital: false })
  await saveAccount(app, actor, { claimId, version: 5, rib })
  const codes = ['signed_form', 'identity', 'bank_details', 'end_of_work']
  for (const [index, code] of codes.entries()) {
    await addScan(app, actor, claimId, { code, index, endedOn })
  }
  await sendClaim(app, actor, { claimId, version: 6, reply: '' })
}

interface Scan {
  readonly code: string
  readonly index: number
  readonly endedOn: LocalDate
}

// oxlint-disable-next-line max-params -- which page of which claim, by whom
async function addScan(
  app: AppContext,
  actor: EmployedActor,
  claimId: string,
  { code, index, endedOn }: Scan,
): Promise<void> {
  const { employerId } = actor
  const now = app.clock.now()
  const content = await app.pdf.render(paperOf(app, code, endedOn))
  const sha256 = await app.files.put(Buffer.from(content))
  await app.db.transaction({ as: 'system' }, async (tx) => {
    const fileId = await saveFile(tx, {
      employerId,
      sha256,
      size: content.length,
      mediaType: 'application/pdf',
      name: `${code}.pdf`,
      purpose: 'claim_document',
      storedAt: now,
    })
    const page = { id: randomUUID(), code, number: index + 1, fileId, sha256 }
    await insertPage(tx, { id: claimId, employerId }, { ...page, addedBy: actor.id, addedAt: now })
  })
}

/** The same person, number and dates as the claim says, for an agent to compare. */
function paperOf(app: AppContext, code: string, endedOn: LocalDate): PrintedDocument {
  const at = app.clock.now()
  const born = retiringMembers(todayIn(app.clock)).find(({ number }) => number === sentFor)
  return claimPaper(code, {
    person: {
      name: 'BOUAYAD Saadia',
      cin,
      bornOn: born ? formatDate(localDate(born.bornOn)) : '',
      memberNumber: sentFor,
      rib,
      endsOn: formatDate(endedOn),
    },
    hand: {
      signatory: 'Salma Berrada',
      company: { company: atlas.name, city: atlas.city, number: atlas.number },
    },
    fundName: app.config.fund.name,
    at,
  })
}
