import { formatDate, formatQuarter } from '../../calendar/index.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { FieldRow } from '../../web/components/field-group.tsx'
import { FormProvider } from '../../web/components/form-state.ts'
import { SelectField } from '../../web/components/select-field.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { EstimateQuery } from '../estimate-form.ts'
import type { EstimateView } from '../read-estimate.ts'

interface Props {
  readonly view: EstimateView
  readonly query: EstimateQuery
  readonly errors: Mistakes
}

/** What an estimate is asked with; kept in the address, so that it can be printed and asked again. */
export function EstimateForm({ view, query, errors }: Props) {
  const { words, language } = useVisit()
  const own = words.liquidations.estimate
  const { member, departures, departure } = view
  if (departures.length === 0) return null
  return (
    <>
      <h2>{own.formTitle}</h2>
      <form
        method="get"
        action={paths.liquidations.estimate({ id: member.id })}
        class="form"
        novalidate
      >
        <FormProvider value={{ errors, typed: {}, prefix: '' }}>
          <SelectField
            name="depart"
            label={own.departure}
            hint={own.departureHint}
            value={departure ? formatQuarter(departure.quarter) : ''}
            blank={false}
            width="full"
            options={departures.map(({ quarter, from, age, kind }) => ({
              value: formatQuarter(quarter),
              label: own.option(formatDate(from, language), age, own.kinds[kind]),
            }))}
          />
          <Checkbox
            name="capital"
            label={own.capital}
            hint={own.capitalHint}
            checked={query.capital === 'on'}
          />
          <FieldRow>
            <TextField
              name="ailleurs"
              label={own.elsewhere}
              hint={own.elsewhereHint}
              value={query.ailleurs}
              inputmode="decimal"
              maxlength={12}
              optional
            />
            <TextField
              name="depuis2003"
              label={own.since2003}
              hint={own.since2003Hint}
              value={query.depuis2003}
              inputmode="decimal"
              maxlength={12}
              optional
            />
          </FieldRow>
          <Actions>
            <Button>{own.submit}</Button>
          </Actions>
        </FormProvider>
      </form>
    </>
  )
}
