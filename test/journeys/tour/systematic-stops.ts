import type { Page } from 'playwright-core'
import { drawUpSystematic } from '../../../src/payments/draw-up-systematic.ts'
import { paths } from '../../../src/web/paths.ts'
import { signedIn } from '../../support/factories.ts'
import { aPayingCompany } from '../../support/paying.ts'
import type { TestSite } from '../../support/site.ts'
import type { Stop } from './stop.ts'

/** A debit under a mandate that says so: announced, and opposed without a reason. */
export async function systematicStops(site: TestSite): Promise<Stop[]> {
  const { company, maker, badr } = await aPayingCompany(site)
  await site.database.ownerQuery(
    `with chosen as (update employers set payment_option = 'systematic' where id = $1 returning id)
     update debit_mandates set kind = 'systematic' where employer_id = $1`,
    [company.id],
  )
  await drawUpSystematic(site.app)
  const [order] = await site.database.ownerQuery<{ id: string }>(
    `select id from payment_orders where employer_id = $1`,
    [company.id],
  )
  const address = paths.payments.order({ id: order?.id ?? '' })
  const [asMaker, asBadr] = [await signedIn(site, maker), await signedIn(site, badr)]
  const of = { employer: company.name }
  return [
    { ...of, name: 'orders, one by mandate', address: paths.payments.orders(), who: asMaker },
    { ...of, name: 'a systematic debit', address, who: asBadr },
    {
      ...of,
      name: 'a systematic debit opposed without a reason',
      address,
      who: asBadr,
      act: opposeBlank,
    },
  ]
}

async function opposeBlank(page: Page): Promise<void> {
  await page.locator('form[action$="/opposition"] button').first().click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}
