import { beforeEach } from 'vitest'
import { changePowers } from '../../src/access/administration/change-powers.ts'
import { agreeSooner } from '../../src/payments/agree-sooner.ts'
import { viewAgreements } from '../../src/payments/view-agreements.ts'
import { paths } from '../../src/web/paths.ts'
import { asDelegate } from './administering.ts'
import { aDelegate, aProfile, goodPassword, signedIn, type TestPerson } from './factories.ts'
import { outcome, paymentActor } from './paying.ts'
import { aPayingCompanyEachTime } from './paying-setting.ts'

const company = paths.administration

/** A paying company, anew before each test, whose delegate decides how its payments are guarded. */
export function aGuardedCompanyEachTime() {
  const at = Object.assign(aPayingCompanyEachTime(), {} as { delegate: TestPerson })
  beforeEach(async () => {
    at.delegate = await aDelegate(at.site, at.company)
    await at.site.runJobs()
    at.site.mails.length = 0
  })

  /** The delegate gives the power of Validateur to a login that did not have it. */
  async function named(wishes: { readonly cin?: string } = {}): Promise<TestPerson> {
    const person = await aProfile(at.site, at.company, {
      service: 'payment',
      firstName: 'Chama',
      ...wishes,
    })
    const change = { id: person.id, version: 1, isMaker: false, isValidator: true }
    await changePowers(at.site.app, asDelegate(at.delegate, at.company), change)
    return person
  }

  async function decided(ceilings: { perOrder: string; perDay: string }) {
    const visitor = await signedIn(at.site, at.delegate)
    return visitor.submit(await visitor.get(company.information()), ceilings, company.ceilings())
  }

  /** A Validateur agrees that another one confirms at once. */
  async function agreeing(person: TestPerson, to: { readonly validatorId: string }) {
    const { statements } = await viewAgreements(at.site.app, paymentActor(person))
    return outcome(
      agreeSooner(at.site.app, paymentActor(person), {
        to,
        digest: statements.get(to.validatorId)?.digest ?? '',
        proof: { by: 'password', password: goodPassword },
        origin: { address: '10.0.0.1', device: 'd'.repeat(43) },
      }),
    )
  }

  const trailOf = async () => {
    const screen = await (await signedIn(at.site, at.delegate)).get(company.trail())
    return screen.text.replace(/[\u00a0\u202f]/g, ' ')
  }

  return Object.assign(at, { named, decided, agreeing, trailOf })
}
