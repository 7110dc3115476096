import { getDelegate, getDelegateIdentity } from '../../access/store/delegates.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { teleservices } from '../../employers/employer.ts'
import { getEmployer, listSubscribedServices } from '../../employers/store/employers.ts'
import type { CompanyAnswers, DelegateAnswers, ServicesAnswers } from '../draft.ts'
import { openDraft, saveDraft } from '../store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from '../subscriber.ts'

export interface Signatory {
  readonly signatoryName: string
  readonly signatoryCapacity: string
}

interface Answers {
  readonly employerNumber: string
  readonly company: CompanyAnswers
  readonly delegate: DelegateAnswers
  readonly services: ServicesAnswers
}

/**
 * Opens a «Réabonnement» with today's answers: the delegate only changes what changes (delegate, services, payment
 * option or signatory), then checks and obtains the letter (leaflet, «Mettre à jour le compte»; product A10).
 */
export async function prefillRenewal(
  app: AppContext,
  actor: DelegateActor,
  subscriber: Subscriber,
  signatory: Signatory,
): Promise<void> {
  const { employerNumber, ...answers } = await readAnswers(app, actor, signatory)
  const visit = visitOf(app, subscriber)
  await app.db.transaction(scopeOfVisit(subscriber), async (tx) => {
    const { language } = subscriber
    const id = await openDraft(tx, visit, { kind: 'renewal', employerNumber, language })
    await saveDraft(tx, visit, id, answers)
  })
}

async function readAnswers(
  app: AppContext,
  actor: DelegateActor,
  signatory: Signatory,
): Promise<Answers> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const employer = await getEmployer(tx, employerId)
    const delegate = await getDelegate(tx, employerId, actor.id)
    const identity = await getDelegateIdentity(tx, employerId, actor.id)
    const subscribed = await listSubscribedServices(tx, employerId)
    return {
      employerNumber: employer.number,
      company: {
        name: employer.name,
        ice: employer.ice ?? '',
        address: employer.address,
        city: employer.city,
        phone: employer.phone,
        email: employer.email,
      },
      delegate: {
        firstName: delegate.firstName,
        lastName: delegate.lastName,
        identityKind: identity.identity_kind,
        identityNumber: app.keyring.open(identity.identity_sealed),
        jobTitle: delegate.jobTitle,
        email: delegate.email,
        phone: delegate.phone,
      },
      services: {
        services: teleservices.filter((one) => subscribed.includes(one)),
        paymentOption: employer.paymentOption,
        ...signatory,
      },
    }
  })
}
