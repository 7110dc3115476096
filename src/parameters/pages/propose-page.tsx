import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { RadioGroup } from '../../web/components/choices.tsx'
import { DateField } from '../../web/components/date-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { TextArea } from '../../web/components/text-area.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { colon } from '../../web/words/language.ts'
import { type ParameterKey, parameterOf } from '../parameter-catalogue.ts'
import type { Scalar } from '../scalars.ts'
import type { Row, Single } from '../value-types.ts'
import { RowsFields } from './rows-fields.tsx'
import { ValueText } from './value-text.tsx'

interface Props {
  readonly parameter: ParameterKey
  /** The value in force, which the form starts from. */
  readonly present: unknown
  readonly idempotencyKey: string
  /** How many lines a list shows. */
  readonly lines: number
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** Another value for a parameter, from a day on, with its source and why. */
export function ProposePage(props: Props) {
  const { parameters: all } = useVisit().words
  const words = all.propose
  const { parameter, errors, typed } = props
  const { type, undated } = parameterOf(parameter)
  const title = words.title(all.names[parameter])
  const isTable = type.shape === 'table'
  return (
    <AgencyPage title={title} place="parameters" errors={errors} narrow={!isTable}>
      <BackLink href={paths.agency.parameter({ key: parameter })}>{all.names[parameter]}</BackLink>
      <PageHead title={title} lead={words.lead} />
      <Form
        action={paths.agency.proposeParameter({ key: parameter })}
        errors={errors}
        typed={typed}
        idempotencyKey={props.idempotencyKey}
      >
        {isTable ? null : <ValueField {...props} type={type} />}
        {undated ? null : <DateField name="debut" label={words.from} hint={words.fromHint} />}
        {errors?.['passe'] || typed?.['passe'] ? (
          <Checkbox name="passe" label={words.pastLabel} hint={words.pastHint} />
        ) : null}
        <Grounds />
        {isTable ? (
          <RowsFields
            table={type}
            present={(props.present ?? []) as readonly Row[]}
            lines={props.lines}
          />
        ) : null}
        <Actions>
          <Button>{words.button}</Button>
          {isTable ? (
            <Button kind="plain" name="geste" value="lignes">
              {words.moreRows}
            </Button>
          ) : null}
        </Actions>
      </Form>
    </AgencyPage>
  )
}

/** Where the value comes from, how sure it is, and why it changes. */
function Grounds() {
  const { propose: words } = useVisit().words.parameters
  return (
    <>
      <TextField
        name="source"
        label={words.source}
        hint={words.sourceHint}
        maxlength={300}
        spellcheck
      />
      <RadioGroup
        name="marque"
        label={words.mark}
        options={[
          { value: 'sourcee', label: words.markSourced, hint: words.markSourcedHint },
          {
            value: 'illustrative',
            label: words.markIllustrative,
            hint: words.markIllustrativeHint,
          },
        ]}
      />
      <TextArea
        name="motif"
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        maxlength={500}
      />
    </>
  )
}

function ValueField({ parameter, present, type }: Props & { readonly type: Single<unknown> }) {
  const { words: said, language } = useVisit()
  const { parameters: all } = said
  const words = all.propose
  const scalar = type.scalar as Scalar<unknown>
  const forms: Partial<Record<Scalar<unknown>['name'], string>> = {
    rate: words.percentHint,
    decimal: words.decimalHint,
    amount: words.amountHint,
  }
  const { unit } = parameterOf(parameter)
  const label = unit ? `${words.value} (${all.units[unit](2)})` : words.value
  return (
    <TextField
      name="valeur"
      label={label}
      optional={type.optional}
      inputmode="decimal"
      width="short"
      maxlength={20}
      value={present === null || present === undefined ? '' : scalar.write(present)}
      hint={
        <>
          {all.value}
          {colon(language)}
          <b>
            <ValueText parameter={parameter} value={present} />
          </b>
          {'. '}
          {forms[scalar.name] ?? ''} {type.optional ? words.optionalHint : ''}
        </>
      }
    />
  )
}
