import type { Page } from 'playwright-core'
import { paths } from '../../../src/web/paths.ts'
import {
  addScans,
  aReadyClaim,
  aSentClaim,
  aSurvivorsClaim,
  beginClaim,
  child,
  fillStep,
  scans,
  spouse,
} from '../../support/claiming.ts'
import { anAgent, anEmployer, aProfile, signedIn } from '../../support/factories.ts'
import { paid } from '../../support/accounts.ts'
import { acceptDocuments, grantClaim, reviewDocument } from '../../support/deciding.ts'
import { reviseClaims } from '../../../src/liquidations/claims/revise-claims.ts'
import { aMember, aQuarterOf } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const own = paths.claims

/** Claims from the empty list to the receipt, each task once, with the longest names. */
export async function claimStops(site: TestSite): Promise<Stop[]> {
  const company = await anEmployer(site, { name: longNames.company })
  const who = await signedIn(site, await aProfile(site, company, { service: 'liquidation' }))
  const person = (number: string, bornOn: string, cin: string) =>
    aMember(site, company, {
      lastName: longNames.lastName.toUpperCase(),
      firstName: longNames.firstName.toUpperCase(),
      number,
      bornOn,
      cin,
    })
  const first = await person('000410001', '1966-11-30', 'BE410001')
  const second = await person('000410002', '1966-12-30', 'BE410002')
  const third = await person('000410003', '1966-10-30', 'BE410003')
  // One pension a person: each claim is of somebody else.
  const fourth = await person('000410004', '1966-12-29', 'BE410004')
  const fifth = await person('000410005', '1966-12-28', 'BE410005')
  const sixth = await person('000410006', '1966-12-27', 'BE410006')
  const seventh = await person('000410007', '1966-12-26', 'BE410007')
  const eighth = await person('000410008', '1966-11-30', 'BE410008')
  await aQuarterOf(site, company, [seventh], { quarter: '2025T3', salary: '30000' })
  for (const quarter of ['2025T4', '2026T2'])
    await aQuarterOf(site, company, [first, third, eighth], { quarter, salary: '10000' })
  const begun = await beginClaim(who, third, 'deferred')
  await fillStep(who, begun, 'end', { jour: '30/06/2026', note: 'Déclarée au trimestre suivant.' })
  await addScans(who, begun, 'identity')
  const dead = await beginClaim(who, first, 'death_capital')
  // Before salaries that were declared: the pages say so.
  await fillStep(who, dead, 'end', { jour: '31/03/2026', note: 'Rappel de salaire.' })
  const payees = await fillStep(who, dead, 'payees', {
    lien: 'spouse',
    nom: longNames.lastName,
    prenom: longNames.firstName,
    naissance: '01/02/1970',
    piece: 'cin',
    numero: 'BK123456',
    mariage: '01/06/2025',
    rib: '230780000000000000000039',
  })
  const payee = payees.document.querySelector('tbody a')?.getAttribute('href') ?? ''
  const ready = await aReadyClaim(who, { membershipId: eighth, cin: 'BE410008' })
  const sent = await aReadyClaim(who, { membershipId: second, cin: 'BE410002' })
  await addScans(who, sent, 'identity', [scans.jpeg('recto.jpg'), scans.jpeg('verso.jpg')])
  await who.submit(await who.get(own.check({ id: sent })), {}, own.send({ id: sent }))
  const [asAgent, asOther] = [
    await signedIn(site, await anAgent(site, { lastName: 'Tazi' })),
    await signedIn(site, await anAgent(site, { lastName: 'Naciri' })),
  ]
  const agency = paths.agency
  const asked = await aSentClaim(who, { membershipId: fourth, cin: 'BE410004', kind: 'early' })
  const illegible = { avis: 'refused', motif: 'illegible' }
  await reviewDocument(asAgent, { id: asked, code: 'identity' }, illegible)
  await asAgent.submit(
    await asAgent.get(agency.claim({ id: asked })),
    { note: 'Précisez la date de sortie, qui n’est pas celle du certificat.' },
    agency.askForMore({ id: asked }),
  )
  const large = await aSentClaim(who, { membershipId: fifth, cin: 'BE410005', kind: 'deferred' })
  await acceptDocuments(asAgent, large)
  await asAgent.submit(
    await asAgent.get(agency.claim({ id: large })),
    { decision: 'granted', annuelle: '240000', raison: 'Points du relevé de la caisse.' },
    agency.decideClaim({ id: large }),
  )
  const decided = await aSentClaim(who, {
    membershipId: sixth,
    cin: 'BE410006',
    kind: 'single_payment',
  })
  await asAgent.submit(
    await asAgent.get(agency.claim({ id: decided })),
    {
      decision: 'refused',
      raison: 'La personne a plus de points que le seuil : demandez une pension.',
    },
    agency.decideClaim({ id: decided }),
  )
  const owed = await aSentClaim(who, {
    membershipId: seventh,
    cin: 'BE410007',
    kind: 'single_payment',
  })
  await grantClaim(asAgent, owed, { annuelle: '', unique: '5000', raison: 'Barème de la caisse.' })
  await paid(site, company, { amount: '4140', on: '2026-11-20' })
  await reviseClaims(site.app)
  const ninth = await person('000410009', '1968-05-05', 'BE410009')
  const tenth = await person('000410010', '1968-06-06', 'BE410010')
  await aQuarterOf(site, company, [ninth, tenth], { quarter: '2021T1', salary: '1000000' })
  await paid(site, company, { amount: '276000', on: '2026-11-20' })
  const heirs = await aSurvivorsClaim(who, {
    membershipId: ninth,
    cin: 'BE410009',
    kind: 'death_capital',
    diedOn: '01/09/2026',
    survivors: [
      { ...spouse, lien: 'spouse' },
      { ...child, lien: 'child' },
    ],
  })
  const orphans = await aSurvivorsClaim(who, {
    membershipId: ninth,
    cin: 'BE410009',
    kind: 'orphan',
    diedOn: '01/09/2026',
    survivors: [child, { ...child, prenom: longNames.firstName }],
  })
  const granted = await aSurvivorsClaim(who, {
    membershipId: tenth,
    cin: 'BE410010',
    kind: 'orphan',
    diedOn: '01/09/2026',
    survivors: [child, { ...child, prenom: longNames.firstName }],
  })
  await grantClaim(asAgent, granted, {
    annuelle: '6000',
    raison:
      'Le relevé de la caisse compte deux trimestres de plus, déclarés avant 2001 sur papier.',
  })
  const fresh = await anEmployer(site)
  const beginner = await signedIn(site, await aProfile(site, fresh, { service: 'liquidation' }))
  const at = (name: string, address: string): Stop => ({
    name,
    address,
    who,
    employer: company.name,
  })
  return [
    { name: 'no claim yet', address: own.list(), who: beginner },
    at('claims', own.list()),
    at('a claim, for whom', own.start()),
    at('a claim, people found', `${own.start()}?q=bena`),
    { name: 'a claim, nobody found', address: `${own.start()}?q=zzz`, who: beginner },
    { ...at('a claim, of what kind', `${own.start()}?membre=${first}`), act: press },
    at('a claim under way', own.claim({ id: begun })),
    { ...at('a claim, identity', own.person({ id: begun })), act: press },
    at('a claim, end of employment', own.end({ id: begun })),
    { ...at('a claim, career', own.career({ id: begun })), act: press },
    { ...at('a claim, capital', own.capital({ id: begun })), act: press },
    { ...at('a claim, account', own.account({ id: begun })), act: press },
    at('a claim, documents', own.documents({ id: begun })),
    at('a claim, what is left', own.check({ id: begun })),
    at('a claim after a death', own.claim({ id: dead })),
    at('a claim, who is paid', own.payees({ id: dead })),
    at('a claim, one who is paid', payee),
    at('a claim to send', own.check({ id: ready })),
    at('a claim that was sent', own.claim({ id: sent })),
    at('a claim to complete', own.claim({ id: asked })),
    at('a claim to complete, documents', own.documents({ id: asked })),
    at('a claim to send again', own.check({ id: asked })),
    at('a claim refused', own.claim({ id: decided })),
    { ...at('a claim granted', own.claim({ id: granted })), act: unfold },
    {
      name: 'a claim granted, for the agents',
      address: agency.claim({ id: granted }),
      who: asOther,
    },
    { name: 'a claim examined', address: agency.claim({ id: sent }), who: asAgent },
    {
      name: 'a claim examined, photos',
      address: `${agency.claim({ id: sent })}?piece=identity`,
      who: asAgent,
      act: unfold,
    },
    {
      name: 'a claim examined, numbers whole',
      address: `${agency.claim({ id: sent })}?piece=bank_details&numeros=entiers`,
      who: asAgent,
    },
    { ...at('a claim whose decision waits', own.claim({ id: large })), act: unfold },
    { name: 'a claim to close', address: agency.claim({ id: asked }), who: asAgent },
    { name: 'a claim that waits for another', address: agency.claim({ id: large }), who: asAgent },
    { name: 'a claim to confirm', address: agency.claim({ id: large }), who: asOther },
    { ...at('a claim of orphans', own.claim({ id: orphans })) },
    { name: 'a claim of orphans, examined', address: agency.claim({ id: orphans }), who: asAgent },
    { name: 'a claim to divide', address: agency.claim({ id: heirs }), who: asOther },
    { name: 'a complement to fix', address: agency.claim({ id: owed }), who: asOther },
    { name: 'a claim that was decided', address: agency.claim({ id: decided }), who: asOther },
  ]
}

async function press(page: Page): Promise<void> {
  await page.locator('main form[method=post] button.is-primary').last().click()
  await page.waitForLoadState()
}

/** What is folded is looked at too. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
}
