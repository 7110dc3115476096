import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Administration } from '../read-administration.ts'
import type { OwnAccount } from '../read-accounts.ts'
import { Accounts } from './accounts.tsx'
import { PageFrame } from './page-frame.tsx'
import { PaymentNotes, UncoveredNotes } from './warnings.tsx'
import { Company, DelegateFacts } from './company-facts.tsx'
import { CeilingsForm } from './ceilings.tsx'
import { Confirmations } from './confirmations.tsx'
import { Places } from './places.tsx'

export interface InformationProps {
  readonly administration: Administration
  readonly accounts: readonly OwnAccount[]
  /** Letters that wait for the delegate: to sign, or to complete. */
  readonly lettersWaiting: number
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** Which of the forms of the page was sent. */
  readonly sent?: 'confirmations' | 'ceilings' | undefined
}

/** «Informations Générales»: what waits, the company, the delegate, confirmations, bank accounts (product A3). */
export function InformationPage(props: InformationProps) {
  const { words } = useVisit()
  const { administration, accounts, errors, typed } = props
  const own = words.administration
  const of = (form: InformationProps['sent']) => (props.sent === form ? { errors, typed } : {})
  return (
    <PageFrame
      title={own.cells.information}
      administration={administration}
      current={paths.administration.information()}
      errors={errors}
      wide
    >
      <PageHead title={own.cells.information} lead={own.information.lead} />
      <UncoveredNotes administration={administration} />
      {administration.services.includes('payment') ? (
        <PaymentNotes administration={administration} />
      ) : null}
      <Places {...props} />
      <div class="halves">
        <Company administration={administration} />
        <DelegateFacts administration={administration} />
      </div>
      <Confirmations administration={administration} {...of('confirmations')} />
      <CeilingsForm administration={administration} {...of('ceilings')} />
      <Accounts accounts={accounts} employer={administration.employer} />
    </PageFrame>
  )
}
