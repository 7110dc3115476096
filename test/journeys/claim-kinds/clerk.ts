import type { Page } from 'playwright-core'
import type { ClaimKind } from '../../../src/liquidations/claims/claim.ts'
import { paths } from '../../../src/web/paths.ts'
import type { Survivor } from '../../support/claiming.ts'
import { claimRib } from '../../support/claiming.ts'
import { aJpeg, aPdf, aPng, jpegSegment } from '../../support/scans.ts'
import { type ClaimWords, type Office, type Somebody, write } from './office.ts'

/** What a company fills in for one kind of claim. */
export interface Asked {
  readonly kind: ClaimKind
  /** The last day in service, or the day of death. */
  readonly endedOn: string
  readonly capital?: 'pension' | 'capital'
  readonly survivors?: readonly Survivor[]
  readonly documents: readonly string[]
}

const noMember = 'Déclarée au prochain trimestre.'

/** Searched by name, then the kind; gives the identifier of the claim. */
export async function begin(
  { clerk, own }: Office,
  { lastName }: Somebody,
  { kind }: Asked,
): Promise<string> {
  await clerk.goto(paths.claims.list())
  await clerk.locator('main').getByRole('link', { name: own.newClaim }).first().click()
  await clerk.locator('main [name=q]').fill(lastName.slice(0, 4).toLowerCase())
  await clerk.locator('main .filters button').click()
  await clerk.locator('main').getByRole('link', { name: lastName }).click()
  await clerk.locator(`main [name=demande][value=${kind}]`).check()
  await clerk.getByRole('button', { name: own.start.begin }).click()
  await clerk.getByText(own.start.begun).waitFor()
  return clerk.url().split('/').at(-1)?.split('?')[0] ?? ''
}

/** Each task in the order that the page offers, until the claim may be read again. */
export async function prepare(office: Office, who: Somebody, asked: Asked): Promise<void> {
  const { clerk, own } = office
  await next(office)
  await clerk.locator('main [name=piece][value=cin]').check()
  await clerk.locator('main [name=numero]').fill(who.cin)
  await clerk.locator('main [name=confirme]').check()
  await save(office)
  await next(office)
  await clerk.locator('main [name=jour]').fill(asked.endedOn)
  if (!asked.survivors) await clerk.locator('main [name=note]').fill(noMember)
  await save(office)
  await next(office)
  await clerk.locator('main [name=relue]').check()
  await save(office)
  if (asked.capital) {
    await next(office)
    await clerk.locator(`main [name=choix][value=${asked.capital}]`).check()
    await save(office)
  }
  await next(office)
  if (asked.survivors) await nameSurvivors(office, asked.survivors)
  else {
    await clerk.locator('main [name=rib]').fill(claimRib)
    await save(office)
  }
  await next(office)
  for (const [index, code] of asked.documents.entries())
    await attach(clerk, own, code, filesFor(code, index))
  await clerk.locator('main').getByRole('link', { name: own.documentsStep.finished }).click()
}

async function nameSurvivors({ clerk, own }: Office, survivors: readonly Survivor[]) {
  const { payeesStep } = own
  for (const { lien, piece, numero, handicap, ...texts } of survivors) {
    if (lien) await clerk.locator(`main [name=lien][value=${lien}]`).check()
    for (const [name, value] of Object.entries(texts))
      await clerk.locator(`main [name=${name}]`).fill(value)
    if (piece) await clerk.locator(`main [name=piece][value=${piece}]`).check()
    if (numero) await clerk.locator('main [name=numero]').fill(numero)
    if (handicap) await clerk.locator('main [name=handicap]').check()
    await write(clerk, clerk.getByRole('button', { name: payeesStep.add }))
    await clerk.getByText(payeesStep.added).waitFor()
  }
  await clerk.locator('main').getByRole('link', { name: payeesStep.finished }).click()
}

async function next({ clerk, own }: Office): Promise<void> {
  await clerk.locator('main').getByRole('link', { name: own.next, exact: true }).click()
}

async function save({ clerk, own }: Office): Promise<void> {
  await clerk.getByRole('button', { name: own.save }).click()
  await clerk.getByText(own.saved, { exact: true }).waitFor()
}

interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const located = [jpegSegment(0xe1, 'Exif\0\0GPSLatitude 33.57')]
/** As a telephone writes it: where it was taken, and a preview behind the end. */
const photo = (name: string): ChosenFile => ({
  name,
  mimeType: 'image/jpeg',
  buffer: aJpeg({ beside: located, behind: 'preview' }),
})

/** Both sides of a card by telephone, a screenshot of an account, and what a copier makes of the rest. */
function filesFor(code: string, index: number): readonly ChosenFile[] {
  if (code === 'identity') return [photo('IMG_20261125_0911.jpg'), photo('IMG_20261125_0912.jpg')]
  if (code === 'bank_details')
    return [{ name: 'rib.png', mimeType: 'image/png', buffer: aPng(index) }]
  return [{ name: `${code}.pdf`, mimeType: 'application/pdf', buffer: aPdf(code) }]
}

async function attach(
  clerk: Page,
  { documentsStep }: ClaimWords,
  code: string,
  files: readonly ChosenFile[],
): Promise<void> {
  const section = clerk.locator(`section[aria-labelledby="piece-${code}"]`)
  const form = section.locator('form[enctype="multipart/form-data"]')
  if (!(await form.isVisible())) await section.locator('summary').click()
  await form.locator('input[type=file]').setInputFiles([...files])
  await write(clerk, form.locator('button[type=submit]'))
  await clerk.getByText(documentsStep.added(files.length)).first().waitFor()
}

/** Read once more, then sent; the notice gives its number. */
export async function send({ clerk, own }: Office): Promise<string> {
  await clerk.locator('main').getByRole('link', { name: own.tasks.check.label }).last().click()
  await clerk.getByRole('button', { name: own.check.send }).click()
  await clerk.locator('main').getByText(own.stateLeads.sent).waitFor()
  return /LQ-\d{6}-\d{6}/.exec(await clerk.locator('main').innerText())?.[0] ?? ''
}

/** What the agency asked for: read where it is said, a new photo of the document, sent again under the same number. */
export async function complete({ clerk, own }: Office, id: string): Promise<void> {
  await clerk.goto(paths.claims.list())
  await clerk
    .locator('main tr', { hasText: own.states.incomplete })
    .getByRole('link')
    .first()
    .click()
  await clerk.getByText(own.refusalReasons.illegible).first().waitFor()
  await clerk.goto(paths.claims.documents({ id }))
  await attach(clerk, own, 'identity', [photo('IMG_20261125_1544.jpg')])
  await clerk.goto(paths.claims.check({ id }))
  await clerk.getByRole('button', { name: own.check.sendAgain }).click()
  await clerk.locator('main').getByText(own.stateLeads.sent).waitFor()
}

/** The claim as the company follows it. */
export async function follow({ clerk }: Office, id: string): Promise<Page> {
  await clerk.goto(paths.claims.claim({ id }))
  return clerk
}
