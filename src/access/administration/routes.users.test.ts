import { describe, expect, it } from 'vitest'
import {
  aCompanyEachTime,
  aNewUser,
  asDelegate,
  filledForm,
} from '../../../test/support/administering.ts'
import { anEmployer, aProfile } from '../../../test/support/factories.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { cells } from './cell.ts'
import { createUser } from './create-user.ts'

const setting = aCompanyEachTime()
const own = paths.administration

describe('the orange band', () => {
  it('A2: leads through the cells in the leaflet’s order, then «Profils +»', async () => {
    const screen = await setting.visitor.get(own.information())
    const cellsShown = screen.document.querySelectorAll('.band li').map((one) => one.text.trim())
    expect(cellsShown.map((text) => text.replace(/\s*\(.*$/, '').trim())).toEqual([
      '1Informations Générales',
      '2Utilisateur Interne Télédéclaration',
      '3Utilisateur Externe Télédéclaration',
      '4Utilisateur Compte Adhérent',
      '5Utilisateur e-Liquidation',
      'Profils +',
    ])
  })

  it('says where something waits, and nothing once it is solved', async () => {
    const before = await setting.visitor.get(own.users({ cell: 'interne' }))
    expect(before.document.querySelectorAll('.band-dot')).toHaveLength(2)
    await createUser(
      setting.site.app,
      asDelegate(setting.delegate, setting.employer),
      aNewUser({ scope: { mode: 'form', categories: ['01', '02'], untilOn: null } }),
    )
    const after = await setting.visitor.get(own.users({ cell: 'interne' }))
    expect(after.document.querySelectorAll('.band-dot')).toHaveLength(0)
  })

  it.each(cells)(
    'shows %s in both languages, with an empty state that says what to do',
    async (cell) => {
      for (const language of ['fr', 'ar'] as const) {
        const words = wordsIn(language).administration.lists[cell]
        const screen = await setting.visitor.get(`${own.users({ cell })}?lang=${language}`)
        expect(screen.status).toBe(200)
        expect(screen.document.querySelector('html')?.getAttribute('dir')).toBe(
          language === 'ar' ? 'rtl' : 'ltr',
        )
        expect(screen.text).toContain(words.emptyTitle.replaceAll('\u00a0', ' '))
        expect(screen.text).toContain(words.empty.replaceAll('\u00a0', ' '))
      }
    },
  )
})

describe('a cell where nobody is yet (leaflet, Télédéclaration, steps 1 and 2)', () => {
  const printed = ['interne', 'externe', 'compte-adherent', 'e-liquidation'] as const

  it.each(printed)('opens %s on the fields, with the way back to the company', async (cell) => {
    const screen = await setting.visitor.get(own.users({ cell }))
    expect(screen.title).toContain(wordsIn('fr').administration.form.newTitle[cell])
    expect(screen.document.querySelector('main form [name=lastName]')).not.toBeNull()
    const hrefs = screen.document.querySelectorAll('main a').map((one) => one.getAttribute('href'))
    expect(hrefs).toContain(own.information())
    expect(hrefs).not.toContain(own.users({ cell }))
  })

  it('keeps what was typed with a mistake, then shows the list with «Nouveau»', async () => {
    const at = own.newUser({ cell: 'interne' })
    const wrong = await setting.visitor.submit(
      await setting.visitor.get(own.users({ cell: 'interne' })),
      {
        ...filledForm,
        lastName: '',
      },
    )
    expect(wrong.status).toBe(422)
    expect(wrong.document.querySelector('[name=firstName]')?.getAttribute('value')).toBe('Khadija')
    await setting.visitor.submit(wrong, { lastName: 'Lahlou' }, at)
    const list = await setting.visitor.get(own.users({ cell: 'interne' }))
    expect(list.document.querySelector(`main a[href="${at}"]`)).not.toBeNull()
    expect(list.document.querySelector('main form [name=lastName]')).toBeNull()
  })

  it('leaves «Profils +» its list, where the leaflet prints «Nouveau»', async () => {
    const screen = await setting.visitor.get(own.users({ cell: 'profils' }))
    expect(screen.document.querySelector('main form')).toBeNull()
    const create = screen.document.querySelector(
      `main a[href="${own.newUser({ cell: 'profils' })}"]`,
    )
    expect(create?.text.trim()).toBe('Nouveau')
  })
})

describe('a company with many users', () => {
  it('reads them by fifty, searches and narrows them, and keeps the way back', async () => {
    for (let one = 0; one < 61; one += 1)
      await aProfile(setting.site, setting.employer, {
        service: 'employer_account',
        lastName: one === 42 ? 'Omar Ziani' : `Nom ${String(one).padStart(2, '0')}`,
        state: one % 10 === 0 ? 'suspended' : 'active',
      })
    const list = own.users({ cell: 'compte-adherent' })
    const rows = (screen: Screen) =>
      screen.document.querySelectorAll('tbody tr th a').map((link) => link.text)
    const first = await setting.visitor.get(list)
    expect(first.text).toContain('61 utilisateurs')
    expect(first.text).toContain('1 à 50 sur 61')
    expect(rows(first)).toHaveLength(50)
    const next = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    const second = await setting.visitor.get(next.replaceAll('&amp;', '&'))
    expect(second.text).toContain('51 à 61 sur 61')
    expect(rows(second)[0]).toBe('Salma Nom 51')
    const suspended = await setting.visitor.get(`${list}?etat=suspended`)
    expect(suspended.text).toContain('Utilisateurs : 7 sur 61')
    const found = await setting.visitor.get(`${list}?q=ziani+OMAR`)
    expect(rows(found)).toEqual(['Salma Omar Ziani'])
    const nobody = await setting.visitor.get(`${list}?q=introuvable`)
    expect(nobody.text).toContain('Personne ne correspond.')
  })

  it('AT48: shows nothing of another company, whatever is asked', async () => {
    const other = await anEmployer(setting.site)
    const theirs = await aProfile(setting.site, other, {
      service: 'employer_account',
      lastName: 'Ailleurs',
    })
    for (const asked of [`apres=${theirs.id}`, `q=${theirs.login}`, 'etat=__proto__', 'avant=x'])
      expect(
        (await setting.visitor.get(`${own.users({ cell: 'compte-adherent' })}?${asked}`)).text,
      ).not.toContain('Ailleurs')
  })
})
