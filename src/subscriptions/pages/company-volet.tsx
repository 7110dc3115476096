import { FieldRow } from '../../web/components/field-group.tsx'
import { Note } from '../../web/components/note.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { text } from '../../web/form.ts'
import { useVisit } from '../../web/visit.ts'
import { formatPhone } from '../../web/phone.ts'
import { iceSure, iceToConfirm } from '../volet-forms.ts'
import { ContinueAnyway, IceQuestion } from './ice-question.tsx'
import { VoletFrame, type VoletProps } from './volet-frame.tsx'

/** First volet: the company. */
export function CompanyVolet(props: VoletProps) {
  const { words } = useVisit()
  const { questions, hints, companyTitle, companyKept } = words.subscriptions
  const company = props.draft.company
  const isRenewal = props.draft.kind === 'renewal'
  const doubtful = iceToConfirm(props.typed ?? {}, company?.ice)
  return (
    <VoletFrame
      {...props}
      volet="company"
      title={companyTitle}
      otherwise={doubtful && <ContinueAnyway ice={doubtful} />}
    >
      {isRenewal ? <Note>{companyKept}</Note> : null}
      <TextField
        name="name"
        label={questions.companyName}
        hint={isRenewal ? hints.keptByRenewal : hints.companyName}
        value={company?.name}
        autocomplete="organization"
      />
      <TextField
        name="ice"
        label={questions.ice}
        hint={isRenewal ? `${hints.ice} ${hints.keptByRenewal}` : hints.ice}
        value={company?.ice}
        optional
        inputmode="numeric"
        width="medium"
      />
      {doubtful ? <IceQuestion ice={doubtful} /> : <IceKept {...props} />}
      <TextField
        name="address"
        label={questions.address}
        value={company?.address}
        autocomplete="address-line1"
      />
      <TextField
        name="city"
        label={questions.city}
        value={company?.city}
        autocomplete="address-level2"
        width="medium"
      />
      <FieldRow>
        <TextField
          name="phone"
          label={questions.companyPhone}
          hint={hints.companyPhone}
          value={company ? formatPhone(company.phone) : undefined}
          type="tel"
          autocomplete="work tel"
        />
      </FieldRow>
      <TextField
        name="email"
        label={questions.companyEmail}
        value={company?.email}
        type="email"
        autocomplete="work email"
      />
    </VoletFrame>
  )
}

/** What was already answered about the ICE is not asked again while another answer is corrected. */
function IceKept({ typed = {} }: VoletProps) {
  const ice = text(typed, iceSure)
  return ice ? <input type="hidden" name={iceSure} value={ice} /> : null
}
