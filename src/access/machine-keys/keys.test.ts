import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../web/paths.ts'
import { aDelegate, anEmployer, signedIn } from '../../../test/support/factories.ts'
import { aKey } from '../../../test/support/machine.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { keysAtMost } from './machine-key.ts'

const own = paths.administration
const form = own.newKey({ service: 'teledeclaration' })
const good = {
  name: 'Paie du siège',
  scopes: ['check', 'declare'],
  categories: ['01'],
  until: '31/03/2027',
  addresses: '196.200.10.4, 196.200.11.0/24',
}

let site: TestSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

async function aCompany(wishes: Parameters<typeof anEmployer>[1] = {}) {
  const employer = await anEmployer(site, { categories: ['01', '02'], ...wishes })
  const delegate = await aDelegate(site, employer)
  return { employer, delegate, boss: await signedIn(site, delegate) }
}

describe('a delegate', () => {
  it('makes a key, sees it once, and finds what it may do, until when and from where', async () => {
    const { boss } = await aCompany()
    const made = await boss.submit(await boss.get(form), good, form)
    expect(made.status).toBe(200)
    expect(made.text).toMatch(/guichet_essai_[0-9A-Za-z]{46}/)
    expect(made.headers.get('cache-control')).toBe('no-store')
    const list = await boss.get(own.keys())
    expect(list.text).toContain('Contrôler un fichier · Déclarer')
    expect(list.text).toContain('31 mars 2027')
    const key = await boss.get(list.document.querySelector('table a')?.getAttribute('href') ?? '')
    expect(key.text).toContain('196.200.10.4 196.200.11.0/24')
    expect(key.text).toContain('Jamais utilisée')
    const trail = await boss.get(own.trail())
    expect(trail.text).toContain('A créé la clé de logiciel « Paie du siège », Télédéclaration')
  })

  it('sends the same form again, by a reload: no second key, and the secret is not shown again', async () => {
    const { boss, employer } = await aCompany()
    const page = await boss.get(form)
    const [made, again] = [await boss.submit(page, good, form), await boss.submit(page, good, form)]
    expect(made.text).toMatch(/guichet_essai_[0-9A-Za-z]{46}/)
    expect(again.url).toContain(own.keys())
    expect(again.text).toContain('Cette clé est déjà créée')
    expect(again.text).not.toMatch(/guichet_essai_[0-9A-Za-z]{46}/)
    const kept = await site.database.ownerQuery(
      'select 1 from machine_keys where employer_id = $1',
      [employer.id],
    )
    expect(kept).toHaveLength(1)
  })

  it('reads every mistake at its place, with what was typed', async () => {
    const { boss } = await aCompany()
    const typed = {
      name: ' ',
      scopes: [],
      categories: [],
      until: '31/12/2031',
      addresses: '300.1.1.1',
    }
    const wrong = await boss.submit(await boss.get(form), typed, form)
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'Donnez un nom à la clé.',
      'Cochez au moins une permission.',
      'Saisissez un jour à venir, un an au plus, comme 31/12/2026.',
      '«\u00a0300.1.1.1\u00a0» n’est pas une adresse. Écrivez 196.200.10.4 ou 196.200.10.0/24.',
    ])
    expect(wrong.document.querySelector('textarea')?.text).toBe('300.1.1.1')
    const noCategory = await boss.submit(wrong, { ...good, categories: [] }, form)
    expect(noCategory.mistakes).toEqual(['Cochez au moins une catégorie.'])
  })

  it('is asked nothing but a name to read the account, and needs no category only to check', async () => {
    const { boss } = await aCompany()
    const account = own.newKey({ service: 'compte-adherent' })
    const page = await boss.get(account)
    expect(page.document.querySelectorAll('input[type=checkbox]')).toHaveLength(0)
    const made = await boss.submit(page, { name: 'Comptabilité' }, account)
    expect(made.status).toBe(200)
    const check = await boss.submit(
      await boss.get(form),
      { ...good, scopes: ['check'], categories: [] },
      form,
    )
    expect(check.status).toBe(200)
  })

  it('has no key for a service that is not subscribed to, nor for a closed category (AT64)', async () => {
    const { boss } = await aCompany({ services: ['employer_account'] })
    expect((await boss.get(own.keys())).text).not.toContain('Nouvelle clé Télédéclaration')
    const refused = await boss.submit(await boss.get(form), good, form)
    expect(refused.status).toBe(409)
  })

  it('has twenty keys at most, and room again once one is revoked', async () => {
    const { boss, employer, delegate } = await aCompany()
    for (let made = 0; made < keysAtMost; made += 1)
      await aKey(site, employer, { delegate, name: `Clé ${made}` })
    const refused = await boss.submit(await boss.get(form), good, form)
    expect(refused.status).toBe(409)
    expect(refused.mistakes[0]).toContain('20 clés')
    const list = await boss.get(own.keys())
    const link = list.document.querySelector('table a')?.getAttribute('href') ?? ''
    await boss.submit(await boss.get(link), {}, link)
    expect((await boss.submit(await boss.get(form), good, form)).status).toBe(200)
  })
})
