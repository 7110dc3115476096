import { paths } from '../../src/web/paths.ts'
import { aJpeg, aPdf } from './scans.ts'
import type { Screen, Visitor } from './visitor.ts'

const own = paths.claims

/** Scans and photos as copiers and phones make them. */
export const scans = {
  pdf: (name = 'piece.pdf', content = name) => new File([new Uint8Array(aPdf(content))], name),
  jpeg: (name = 'photo.jpg') => new File([new Uint8Array(aJpeg())], name),
}

/** Begins a claim for somebody; gives its identifier. */
export async function beginClaim(
  who: Visitor,
  membershipId: string,
  kind: string,
): Promise<string> {
  const form = await who.get(`${own.start()}?membre=${membershipId}`)
  const begun = await who.submit(form, { demande: kind }, own.start())
  const id = /^\/e-liquidation\/dossiers\/([0-9a-f-]{36})$/.exec(begun.url)?.[1]
  if (!id) throw new Error(`not begun: ${begun.status} ${begun.text.slice(0, 300)}`)
  return id
}

export type StepName = 'person' | 'end' | 'career' | 'capital' | 'account' | 'payees'

/** Fills one step of the list and sends it. */
export async function fillStep(
  who: Visitor,
  id: string,
  step: StepName,
  typed: Parameters<Visitor['submit']>[1],
): Promise<Screen> {
  const address = own[step]({ id })
  return who.submit(await who.get(address), typed, address)
}

export async function addScans(
  who: Visitor,
  id: string,
  code: string,
  files: readonly File[] = [scans.pdf()],
): Promise<Screen> {
  const action = own.addPages({ id, code })
  const form = await who.get(own.documents({ id }))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a form takes several files of one name
  const typed = { [`fichier-${code}`]: files } as unknown as Parameters<Visitor['submit']>[1]
  return who.submit(form, typed, action)
}

interface Ready {
  readonly membershipId: string
  readonly cin: string
  readonly kind?: 'normal' | 'early' | 'deferred' | 'single_payment'
  readonly endedOn?: string
  readonly capital?: 'capital' | 'pension'
}

export const claimRib = '007780000123456789012396'

/** A claim of somebody's own pension with every task done, ready to be sent. */
export async function aReadyClaim(
  who: Visitor,
  { membershipId, cin, kind = 'normal', endedOn = '31/12/2026', capital = 'pension' }: Ready,
): Promise<string> {
  const id = await beginClaim(who, membershipId, kind)
  await fillStep(who, id, 'person', { piece: 'cin', numero: cin, confirme: 'on' })
  await fillStep(who, id, 'end', { jour: endedOn, note: 'Déclarée au prochain trimestre.' })
  await fillStep(who, id, 'career', { relue: 'on' })
  if (kind !== 'single_payment') await fillStep(who, id, 'capital', { choix: capital })
  await fillStep(who, id, 'account', { rib: claimRib })
  const chosen = kind !== 'single_payment' && capital === 'capital' ? ['capital_choice'] : []
  for (const code of ['signed_form', 'identity', 'bank_details', 'end_of_work', ...chosen])
    await addScans(who, id, code, [scans.pdf(`${code}.pdf`)])
  return id
}

export async function aSentClaim(who: Visitor, ready: Ready): Promise<string> {
  const id = await aReadyClaim(who, ready)
  const sent = await who.submit(await who.get(own.check({ id })), {}, own.send({ id }))
  if (sent.url !== own.claim({ id })) throw new Error(`not sent: ${sent.text.slice(0, 300)}`)
  return id
}

export interface Survivor {
  readonly nom: string
  readonly prenom: string
  readonly naissance: string
  readonly rib: string
  readonly lien?: 'spouse' | 'child' | 'heir'
  readonly piece?: 'cin'
  readonly numero?: string
  readonly mariage?: string
  readonly handicap?: 'on'
  readonly titulaire?: 'own' | 'representative'
}

/** Married for long, on an account of her own. */
export const spouse: Survivor = {
  nom: 'El Amrani',
  prenom: 'Salma',
  naissance: '01/02/1970',
  piece: 'cin',
  numero: 'BK123456',
  mariage: '01/06/1998',
  rib: '230780000000000000000039',
}

/** A minor, on the account of whoever brings him up. */
export const child: Survivor = {
  nom: 'Bennani',
  prenom: 'Omar',
  naissance: '01/02/2012',
  rib: '007780000123456789012396',
  titulaire: 'representative',
}

interface Survived {
  readonly membershipId: string
  readonly cin: string
  readonly kind: 'reversion' | 'orphan' | 'death_capital'
  readonly diedOn: string
  readonly survivors: readonly Survivor[]
}

const survivorsDocuments = {
  reversion: [
    'signed_form',
    'identity',
    'bank_details',
    'marriage_certificate',
    'death_certificate',
    'heirs_deed',
    'no_remarriage',
  ],
  orphan: ['signed_form', 'identity', 'bank_details', 'death_certificate', 'orphan_birth'],
  death_capital: ['signed_form', 'identity', 'bank_details', 'death_certificate', 'heirs_deed'],
} as const

/** A claim of those who survive somebody, with every required document, sent. */
export async function aSurvivorsClaim(who: Visitor, survived: Survived): Promise<string> {
  const id = await aReadySurvivorsClaim(who, survived)
  const sent = await who.submit(await who.get(own.check({ id })), {}, own.send({ id }))
  if (sent.url !== own.claim({ id })) throw new Error(`not sent: ${sent.text.slice(0, 300)}`)
  return id
}

/** The same, to be sent. */
export async function aReadySurvivorsClaim(
  who: Visitor,
  { membershipId, cin, kind, diedOn, survivors }: Survived,
): Promise<string> {
  const id = await beginClaim(who, membershipId, kind)
  await fillStep(who, id, 'person', { piece: 'cin', numero: cin, confirme: 'on' })
  await fillStep(who, id, 'end', { jour: diedOn, note: 'Rappel de salaire.' })
  await fillStep(who, id, 'career', { relue: 'on' })
  for (const survivor of survivors) await fillStep(who, id, 'payees', { ...survivor })
  const isRepresented = survivors.some(({ titulaire }) => titulaire === 'representative')
  const isDisabled = survivors.some(({ handicap }) => handicap === 'on')
  const proofs =
    kind === 'orphan'
      ? [...(isRepresented ? ['guardianship'] : []), ...(isDisabled ? ['disability'] : [])]
      : []
  for (const code of [...survivorsDocuments[kind], ...proofs])
    await addScans(who, id, code, [scans.pdf(`${code}.pdf`)])
  return id
}
