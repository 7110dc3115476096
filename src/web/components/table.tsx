import type { Child } from 'hono/jsx'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => Child
  /** Amounts, counts: aligned at the end, tabular figures. */
  readonly numeric?: boolean | undefined
  /** Names the column for those who do not see it, as for a column of buttons. */
  readonly hideHead?: boolean | undefined
  /** Speaks for itself on a phone, where it takes the whole width without its label. */
  readonly plain?: boolean | undefined
}

interface Props<Row> {
  /** What the table holds; read first by those who do not see it. */
  readonly caption: string
  readonly showCaption?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The column that names the row; the first one unless told otherwise. */
  readonly rowHead?: number | undefined
  /** Totals: one cell a column. */
  readonly foot?: readonly Child[] | undefined
  /** Tight rows for people who work in it all day. */
  readonly dense?: boolean | undefined
  /** Shown instead when there is no row. */
  readonly empty?: Child | undefined
}

/** Rows and columns on a wide page, one card a row on a phone. */
export function Table<Row>(props: Props<Row>) {
  const { columns, rows, rowHead = 0 } = props
  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <div class="table-scroll">
      <table class={props.dense ? 'table is-dense' : 'table'}>
        <caption class={props.showCaption ? undefined : 'visually-hidden'}>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, numeric, hideHead }) => (
              <th scope="col" class={numeric ? 'numeric' : undefined}>
                {hideHead ? <span class="visually-hidden">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column, index) => (
                <Cell column={column} row={row} isHead={index === rowHead} />
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot ? <Foot columns={columns} cells={props.foot} /> : null}
      </table>
    </div>
  )
}

interface CellProps<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly isHead: boolean
}

function Cell<Row>({ column, row, isHead }: CellProps<Row>) {
  const shared = {
    class: column.numeric ? 'numeric' : undefined,
    'data-label': column.hideHead || column.plain || isHead ? undefined : column.head,
  }
  const content = boxed(column.cell(row))
  return isHead ? (
    <th scope="row" {...shared}>
      {content}
    </th>
  ) : (
    <td {...shared}>{content}</td>
  )
}

/** One box a cell, beside its label on a phone; nothing at all in an empty one, which then takes no room. */
function boxed(content: Child): Child {
  const isEmpty = content === '' || content === null || content === undefined
  return isEmpty ? null : <div>{content}</div>
}

interface FootProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly cells: readonly Child[]
}

function Foot<Row>({ columns, cells }: FootProps<Row>) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th scope="row">{boxed(cells[index])}</th>
          ) : (
            <td
              class={column.numeric ? 'numeric' : undefined}
              data-label={cells[index] ? column.head : undefined}
            >
              {boxed(cells[index])}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}
