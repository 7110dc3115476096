import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import type { Language } from '../../../web/words/language.ts'
import type { LineField as Name } from '../../checking/fields.ts'
import { adviceAtField, adviceFor } from '../../finding-words.ts'
import { type CauseKey, causeName } from '../cause.ts'
import type { FindingRow } from '../store/finding-row.ts'
import type { LineView } from '../view-line.ts'
import { LineField } from './line-field.tsx'

/** What was typed of a line that was not saved. */
export interface LineTypedBack {
  readonly fields: Fields
  /** It can be written as it is, and stays to correct. */
  readonly canKeep: boolean
}

interface Props {
  readonly view: LineView
  readonly cause: CauseKey | null
  readonly errors?: Mistakes | undefined
  readonly typed?: LineTypedBack | undefined
}

/** Who, then what is declared of them, then the rest. */
const inOrder: readonly Name[] = [
  'memberNumber',
  'identityNumber',
  'lastName',
  'firstName',
  'fullName',
  'salary',
  'employeeRate',
  'recordCode',
  'leftOn',
  'joinedOn',
  'bornOn',
  'sex',
  'nationality',
  'maritalStatus',
  'children',
  'staffNumber',
  'cnssNumber',
  'mobile',
  'email',
  'employerNumber',
  'category',
  'quarter',
  'year',
]

/** What only the wrong line itself can say: whose it is, and of which period. Asked for when they are wrong. */
const ofPeriod: readonly Name[] = ['employerNumber', 'category', 'quarter', 'year']

/** The wrong fields first, with their sentence and what is proposed; the rest of the line one press away. */
export function LineForm({ view, cause, errors, typed }: Props) {
  const { words, language } = useVisit()
  const { desk } = words
  const { declaration, findings } = view
  const told = findings.filter(({ severity }) => severity !== 'information')
  const onLine = told.filter(({ field }) => field === '')
  const isWrong = (name: Name) =>
    told.some(({ field }) => field === name) || errors?.[name] !== undefined
  const isWhole = view.line === null || onLine.length > 0
  // A quarter is its number and its year: where one is wrong, the other is looked at too.
  const isOfWrongQuarter = isWrong('quarter') || isWrong('year')
  const isConcerned = (name: Name) =>
    isWrong(name) || (isOfWrongQuarter && (name === 'quarter' || name === 'year'))
  const asked = inOrder.filter(
    (name) => view.has(name) && (isWhole || isConcerned(name) || !ofPeriod.includes(name)),
  )
  const wrong = isWhole ? asked : asked.filter(isConcerned)
  const others = asked.filter((name) => !wrong.includes(name))
  return (
    <Form
      action={actionOf(view, cause)}
      version={declaration.version}
      errors={errors ?? sentences(told, desk, language)}
      typed={typed?.fields}
    >
      <WholeLine findings={errors ? [] : onLine} />
      {wrong.length > 0 ? (
        <FieldGroup legend={isWhole ? desk.allFields : desk.wrongFields}>
          <LineFields names={wrong} view={view} isTyped={typed !== undefined} />
        </FieldGroup>
      ) : (
        <p>{desk.lineFine}</p>
      )}
      {wrong.length === 0 ? (
        <LineFields names={others} view={view} isTyped={typed !== undefined} />
      ) : others.length > 0 ? (
        <Details summary={desk.otherFields}>
          <LineFields names={others} view={view} isTyped={typed !== undefined} />
        </Details>
      ) : null}
      <LineActions view={view} cause={cause} canKeep={typed?.canKeep ?? false} />
    </Form>
  )
}

interface FieldsProps {
  readonly names: readonly Name[]
  readonly view: LineView
  readonly isTyped: boolean
}

function LineFields({ names, view, isTyped }: FieldsProps) {
  return (
    <div class="line-fields">
      {names.map((name) => (
        <LineField
          name={name}
          written={view.texts[name]}
          proposed={view.proposals[name]}
          isTyped={isTyped}
          finding={view.findings.find(
            ({ field, severity }) => field === name && severity !== 'information',
          )}
        />
      ))}
    </div>
  )
}

/** A blocking finding is a mistake of its field; a doubt is told beside it. */
function sentences(told: readonly FindingRow[], said: Words['desk'], language: Language): Mistakes {
  return Object.fromEntries(
    told
      .filter(({ severity, field }) => severity === 'blocking' && field !== '')
      .map((row) => [row.field, adviceAtField(row, said, language)]),
  )
}

function WholeLine({ findings }: { readonly findings: readonly FindingRow[] }) {
  const { language } = useVisit()
  return (
    <>
      {findings.map((row) => (
        <Note tone="stop" title={adviceFor(row, language)} />
      ))}
    </>
  )
}

interface ActionsProps {
  readonly view: LineView
  readonly cause: CauseKey | null
  readonly canKeep: boolean
}

function LineActions({ view: { declaration, line, next }, cause, canKeep }: ActionsProps) {
  const { desk } = useVisit().words
  const { id } = declaration
  const query = cause ? `?constat=${causeName(cause)}` : ''
  return (
    <>
      <Actions>
        {line !== null && next !== null ? (
          <Button name="puis" value="suivante">
            {desk.saveAndNext}
          </Button>
        ) : null}
        <Button kind={line !== null && next !== null ? 'plain' : 'primary'}>
          {line === null ? desk.addLine : desk.saveLine}
        </Button>
        {canKeep ? (
          <Button kind="link" name="garder" value="oui">
            {desk.keepAsIs}
          </Button>
        ) : null}
        {line === null ? null : (
          <ButtonLink
            kind="link"
            href={`${paths.declarations.removeLine({ id, line: String(line) })}${query}`}
            opens="ligne"
          >
            {desk.remove}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

function actionOf({ declaration, line, absent }: LineView, cause: CauseKey | null): string {
  const { id } = declaration
  if (line === null) {
    const address = paths.declarations.newLine({ id })
    return absent === null ? address : `${address}?absent=${absent}`
  }
  const address = paths.declarations.line({ id, line: String(line) })
  return cause ? `${address}?constat=${causeName(cause)}` : address
}
