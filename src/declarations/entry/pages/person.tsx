import { formatQuarterInWords } from '../../../calendar/index.ts'
import type { Membership } from '../../../members/member.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { OpenPeriod } from '../../workspace.ts'
import { newKey } from '../page-form.ts'
import { sheetAt, textOf } from '../sheet-address.ts'
import { FormerMembers } from './former-members.tsx'
import { PersonFields } from './person-fields.tsx'
import { QuarterFields } from './quarter-fields.tsx'
import { listed } from '../../../web/words/language.ts'

interface Props {
  readonly period: OpenPeriod
  readonly former: readonly Membership[]
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** Somebody whom the fund does not know here yet, or who comes back. */
export function NewMemberPage({ period, former, errors = {}, typed }: Props) {
  const { words, language } = useVisit()
  const said = words.entry
  const address = textOf(period)
  const quarter = formatQuarterInWords(period.quarter, language)
  return (
    <Layout
      title={listed([said.newTitle, quarter], language)}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      errors={errors}
    >
      <BackLink href={sheetAt(address)}>{said.back}</BackLink>
      <PageHead title={said.newTitle} lead={said.newLead} />
      <Form action={paths.entry.newMember({ ...address })} errors={errors} typed={typed}>
        <PersonFields civil={null} isNew />
        <FieldGroup legend={said.thisQuarter} hint={said.thisQuarterHint}>
          <QuarterFields rowKey={newKey} />
        </FieldGroup>
        <Actions>
          <Button>{said.keepNew}</Button>
        </Actions>
      </Form>
      <FormerMembers former={former} period={address} />
    </Layout>
  )
}
