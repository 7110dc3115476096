import { localDateAt } from '../../../calendar/index.ts'
import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { paths } from '../../../web/paths.ts'
import { formatPhone } from '../../../web/phone.ts'
import { useVisit } from '../../../web/visit.ts'
import { teleservices } from '../../../employers/employer.ts'
import { fullName } from '../../accounts.ts'
import type { Administration } from '../read-administration.ts'

/** The company, its services and its payment option: changed by the letter «Réabonnement». */
export function Company({ administration }: { readonly administration: Administration }) {
  const { words } = useVisit()
  const own = words.administration
  const { employer } = administration
  const services = teleservices.filter((one) => administration.services.includes(one))
  return (
    <section>
      <h2>{own.information.companyTitle}</h2>
      <DescriptionList
        rows={[
          { term: own.information.name, value: <bdi>{employer.name}</bdi> },
          { term: own.information.number, value: <Reference>{employer.number}</Reference> },
          ...(employer.ice
            ? [{ term: own.information.ice, value: <Reference>{employer.ice}</Reference> }]
            : []),
          {
            term: own.information.address,
            value: <bdi>{[employer.address, employer.city].filter(Boolean).join(', ')}</bdi>,
          },
          ...(employer.phone
            ? [
                {
                  term: own.information.phone,
                  value: <Reference>{formatPhone(employer.phone)}</Reference>,
                },
              ]
            : []),
          ...(employer.email
            ? [{ term: own.information.email, value: <bdi dir="ltr">{employer.email}</bdi> }]
            : []),
          {
            term: own.information.services,
            value:
              services.map((one) => own.teleservices[one]).join(' · ') || own.information.noService,
          },
          {
            term: own.information.paymentOption,
            value: own.paymentOptions[employer.paymentOption],
            note: own.information.changeByLetter,
          },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.administration.letter({ kind: 'renewal' })}>
          {own.information.prepareRenewal}
        </ButtonLink>
      </Actions>
    </section>
  )
}

/** The delegate in function; their address changes by letter. */
export function DelegateFacts({ administration }: { readonly administration: Administration }) {
  const { words } = useVisit()
  const own = words.administration.information
  const { delegate } = administration
  return (
    <section>
      <h2>{own.delegateTitle}</h2>
      <DescriptionList
        rows={[
          { term: own.delegate, value: <bdi>{fullName(delegate)}</bdi> },
          { term: own.jobTitle, value: <bdi>{delegate.jobTitle}</bdi> },
          { term: own.delegateEmail, value: <bdi dir="ltr">{delegate.email}</bdi> },
          ...(delegate.phone
            ? [{ term: own.phone, value: <Reference>{formatPhone(delegate.phone)}</Reference> }]
            : []),
          { term: own.since, value: <DateText date={localDateAt(delegate.createdAt)} /> },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.administration.letter({ kind: 'email_update' })}>
          {own.changeEmail}
        </ButtonLink>
      </Actions>
    </section>
  )
}
