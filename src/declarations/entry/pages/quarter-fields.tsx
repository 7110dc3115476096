import { FieldRow } from '../../../web/components/field-group.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { useVisit } from '../../../web/visit.ts'
import { leftField, reasonField, salaryField } from '../page-form.ts'
import type { Typed } from '../row.ts'

const reasonsList = 'raisons-absence'

interface Props {
  readonly rowKey: string
  readonly shown?: Typed | undefined
}

/** What is declared of one person for the quarter: a salary, a departure, or why nothing was paid. */
export function QuarterFields({ rowKey, shown }: Props) {
  const said = useVisit().words.entry
  return (
    <>
      <FieldRow>
        <TextField
          name={salaryField(rowKey)}
          label={said.salary}
          hint={said.salaryHint}
          value={shown?.salary}
          inputmode="decimal"
          maxlength={40}
          width="short"
          optional
        />
        <TextField
          name={leftField(rowKey)}
          label={said.leftOn}
          hint={said.leftHint}
          value={shown?.leftOn}
          inputmode="numeric"
          maxlength={20}
          width="short"
          optional
        />
      </FieldRow>
      <TextField
        name={reasonField(rowKey)}
        label={said.unpaid}
        hint={said.unpaidHint}
        value={shown?.unpaidReason}
        maxlength={200}
        list={reasonsList}
        optional
      />
      <datalist id={reasonsList}>
        {Object.values(said.unpaidReasons).map((reason) => (
          <option value={reason}></option>
        ))}
      </datalist>
    </>
  )
}
