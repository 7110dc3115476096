import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { someMembers } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { newKey, salaryField } from './page-form.ts'
import { sheetAt } from './sheet-address.ts'

const period = { category: '01', quarter: '2026T3' }

let site: TestSite
let employer: TestEmployer
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  employer = await anEmployer(site)
  visitor = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
})

const newcomer = {
  nom: 'Zoé-Marie',
  prenom: 'Khadija',
  cnie: 'be 123456',
  sexe: 'F',
  naissance: '02/02/1990',
  affiliation: '01/07/2026',
  situation: 'C',
  enfants: '0',
  [salaryField(newKey)]: '24000',
}

async function add(typed: Record<string, string>) {
  const page = await visitor.get(paths.entry.newMember(period))
  return visitor.submit(page, typed, paths.entry.newMember(period))
}

function check() {
  return visitor
    .get(sheetAt(period))
    .then((screen) => visitor.submit(screen, { vers: 'controler' }, paths.entry.sheet(period)))
}

const lines = () =>
  site.database.ownerQuery<Record<string, unknown>>(
    `select member_number, last_name, first_name, born_on::text, salary_centimes::text, identity_key is not null as known
      from declaration_lines where employer_id = $1 order by line`,
    [employer.id],
  )

describe('a new member', () => {
  it('is declared with a provisional number, by their identity document', async () => {
    const added = await add(newcomer)
    expect(added.text).toContain('ZOE MARIE KHADIJA est sur la liste')
    expect(added.text).toContain('Nouveau')
    expect((await check()).text).toContain('Une ligne est prête')
    expect(await lines()).toEqual([
      {
        member_number: '000000000',
        last_name: 'ZOE MARIE',
        first_name: 'KHADIJA',
        born_on: '1990-02-02',
        salary_centimes: '2400000',
        known: true,
      },
    ])
  })

  it('is kept sealed: no identity number in clear', async () => {
    await add(newcomer)
    const [row] = await site.database.ownerQuery<{ sealed: string }>(
      `select encode(person_sealed, 'escape') as sealed from entry_draft_rows where employer_id = $1`,
      [employer.id],
    )
    expect(row?.sealed).not.toContain('123456')
  })

  it('tells every mistake at once, in the order of the page, and keeps what was typed', async () => {
    const wrong = await add({
      ...newcomer,
      nom: '',
      cnie: '',
      naissance: '31/02/1990',
      affiliation: '01/10/2026',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'Indiquez le nom.',
      'Sans matricule, le N° CNIE est nécessaire. Indiquez-le, ou écrivez le matricule.',
      'Cette date n’existe pas. Écrivez-la sous la forme JJ/MM/AAAA.',
      'L’affiliation est après la fin du trimestre (30/09/2026). Déclarez cette personne plus tard, ou corrigez la date.',
    ])
    const kept = wrong.document.querySelector('input[name=prenom]')?.getAttribute('value')
    expect(kept).toBe('Khadija')
  })

  it('is nobody who is already on the sheet', async () => {
    const [known] = await someMembers(site, employer, { count: 1, cin: () => 'BE123456' })
    const byIdentity = await add(newcomer)
    expect(byIdentity.mistakes).toEqual([
      `C’est celui de ${known?.lastName} ${known?.firstName}, déjà sur cette liste.`,
    ])
    const byNumber = await add({ ...newcomer, cnie: 'K99999', matricule: '200001' })
    expect(byNumber.mistakes[0]).toContain('déjà sur cette liste')
  })

  it('can be taken off again', async () => {
    const added = await add(newcomer)
    const key = /salaire-([0-9a-f-]{36})/.exec(added.body)?.[1] ?? ''
    const card = await visitor.get(paths.entry.member({ ...period, id: key }))
    const gone = await visitor.submit(card, {}, paths.entry.remove({ ...period, id: key }))
    expect(gone.text).toContain('La personne est retirée de la saisie')
    expect(gone.text).toContain('Personne sur cette liste')
  })
})

describe('a former member', () => {
  it('comes back under the same number, without being asked about as a stranger', async () => {
    const [former] = await someMembers(site, employer, { count: 1, leftOn: '2026-03-31' })
    const id = former?.id ?? ''
    const page = await visitor.get(paths.entry.newMember(period))
    expect(page.text).toContain('Un affilié a quitté cette catégorie')
    const back = await visitor.submit(page, {}, paths.entry.reinstate({ ...period, id }))
    expect(back.text).toContain('Réintégré')
    const checked = await visitor.submit(
      back,
      { [salaryField(id)]: '9000', vers: 'controler' },
      paths.entry.sheet(period),
    )
    expect(checked.text).toContain('Confirmé : Réintégré')
    expect(checked.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(1)
  })

  it('is not added as somebody new', async () => {
    await someMembers(site, employer, { count: 1, leftOn: '2026-03-31' })
    const again = await add({ ...newcomer, matricule: '200001' })
    expect(again.mistakes[0]).toContain('réintégrez cette personne')
  })
})

describe('a member’s card', () => {
  it('declares a corrected name with its reason, which is not asked again', async () => {
    const [member] = await someMembers(site, employer, { count: 1 })
    const id = member?.id ?? ''
    const card = await visitor.get(paths.entry.member({ ...period, id }))
    const address = paths.entry.memberCard({ ...period, id })
    const asked = await visitor.submit(card, { nom: 'Tazi' }, address)
    expect(asked.status).toBe(422)
    expect(asked.mistakes[0]).toContain('Dites pourquoi le nom change')
    const short = await visitor.submit(card, { nom: 'Tazi', 'motif-nom': 'x' }, address)
    expect(short.mistakes[0]).toContain('en deux mots et dix lettres au moins')
    const renamed = { nom: 'Tazi', 'motif-nom': 'Nom de son mariage' }
    const kept = await visitor.submit(card, renamed, address)
    expect(kept.text).toContain('Fiche corrigée')
    const checked = await visitor.submit(
      kept,
      { [salaryField(id)]: '9000', vers: 'controler' },
      paths.entry.sheet(period),
    )
    expect(checked.text).toContain('Confirmé : Nom de son mariage')
    expect(await lines()).toMatchObject([{ member_number: member?.number, last_name: 'TAZI' }])
  })

  it('is as before once everything is as the fund has it', async () => {
    const [member] = await someMembers(site, employer, { count: 1 })
    const own = { ...period, id: member?.id ?? '' }
    const address = paths.entry.memberCard(own)
    const card = await visitor.get(paths.entry.member(own))
    await visitor.submit(card, { interieur: 'E999' }, address)
    const corrected = await visitor.get(paths.entry.member(own))
    const back = await visitor.submit(corrected, { interieur: 'E001' }, address)
    expect(back.text).not.toContain('Fiche corrigée')
  })
})
