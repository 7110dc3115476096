import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDelegate, anEmployer, aProfile, signedIn } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { paths } from './paths.ts'

let site: TestSite
let visitor: Visitor
let user: string
beforeAll(async () => {
  site = await openSite()
  const employer = await anEmployer(site)
  user = (await aProfile(site, employer)).id
  visitor = await signedIn(site, await aDelegate(site, employer))
})
afterAll(() => site.close())

describe('the address of a form, opened to be read', () => {
  it('leads to the page above, in the language asked', async () => {
    const { headers } = await visitor.raw(`${paths.administration.confirmations()}?lang=ar`)
    expect(headers.get('location')).toBe(`${paths.administration.information()}?lang=ar`)
    const shown = await visitor.get(`${paths.administration.confirmations()}?lang=ar`)
    expect([shown.status, shown.document.querySelector('html')?.getAttribute('dir')]).toEqual([
      200,
      'rtl',
    ])
    await visitor.get('/?lang=fr')
  })

  it('keeps what is in it', async () => {
    const id = '0a0a0a0a-0000-4000-8000-000000000000'
    const { headers } = await visitor.raw(paths.agency.review({ id }))
    expect(headers.get('location')).toBe(paths.agency.letter({ id }))
  })

  it('stays itself when it has a page, even after a mistake', async () => {
    const at = paths.administration.userState({ cell: 'interne', id: user })
    const wrong = await visitor.submit(await visitor.get(`${at}?etape=suspend`), {}, at)
    expect(wrong.status).toBe(422)
    const link = wrong.document.querySelector('a.language')?.getAttribute('href') ?? ''
    expect((await visitor.get(link)).url).toBe(link)
    await visitor.get('/?lang=fr')
    expect((await visitor.get(at)).url).toBe(
      paths.administration.user({ cell: 'interne', id: user }),
    )
  })
})
