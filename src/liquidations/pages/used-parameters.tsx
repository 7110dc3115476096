import { localDate } from '../../calendar/index.ts'
import { datedValueOn } from '../../parameters/parameters.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Details } from '../../web/components/details.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { useVisit, type Visit } from '../../web/visit.ts'
import type { EstimateView } from '../read-estimate.ts'
import type { UsedParameter } from '../used-parameters.ts'
import { parameterName, parameterText, pointValueText } from '../amounts.ts'

/** Every value that counted, with its day, its source and how sure it is (product L4). */
export function UsedParameters({ view }: { readonly view: EstimateView }) {
  const visit = useVisit()
  const own = visit.words.liquidations.estimate
  const salaries = salariesOf(view)
  if (view.parameters.length === 0) return null
  return (
    <section>
      <h2>{own.parametersTitle}</h2>
      <ParameterTable parameters={view.parameters} />
      {salaries.length > 0 ? (
        <Details summary={own.referenceSalaries}>
          <Table
            caption={own.referenceSalaries}
            rows={salaries.map((one) => ({
              ...one,
              name: visit.words.parameters.names.reference_salary,
              text: pointValueText(one.value, visit.words),
            }))}
            dense
            columns={columnsOf(visit)}
          />
        </Details>
      ) : null}
    </section>
  )
}

/** Values in the order in which they counted. */
export function ParameterTable({ parameters }: { readonly parameters: readonly UsedParameter[] }) {
  const visit = useVisit()
  return (
    <Table
      caption={visit.words.liquidations.estimate.parametersTitle}
      rows={parameters.map((one) => ({
        ...one,
        name: parameterName(one, visit),
        text: parameterText(one, visit.words),
      }))}
      dense
      columns={columnsOf(visit)}
    />
  )
}

interface Row extends Pick<UsedParameter, 'validFrom' | 'source' | 'isIllustrative'> {
  readonly name: string
  readonly text: string
}

function columnsOf({ words }: Visit): Column<Row>[] {
  const own = words.liquidations.estimate
  return [
    { head: own.parameter, cell: ({ name }) => name },
    { head: own.value, numeric: true, cell: ({ text }) => <bdi>{text}</bdi> },
    { head: own.inForce, cell: ({ validFrom }) => <DateText date={validFrom} short /> },
    {
      head: own.source,
      cell: ({ source }) => <span dir="auto">{words.parameters.sourceIn(source)}</span>,
    },
    {
      head: own.mark,
      cell: ({ isIllustrative }) => (
        <StatusTag tone={isIllustrative ? 'wait' : 'done'}>
          {isIllustrative ? words.parameters.illustrative : words.parameters.sourced}
        </StatusTag>
      ),
    },
  ]
}

/** The salaires de référence that the years of the career were divided by, each once. */
function salariesOf({ careers, referenceSalaries }: EstimateView) {
  const years = new Set(careers.flatMap((one) => one.years.map(({ year }) => year)))
  const used = [...years]
    .sort((a, b) => a - b)
    .map((year) => datedValueOn(referenceSalaries, localDate(`${year}-01-01`)))
  return [...new Set(used)].flatMap((one) =>
    one ? [{ source: '', isIllustrative: false, ...one }] : [],
  )
}
