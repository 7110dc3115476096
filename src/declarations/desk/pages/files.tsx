import { Actions, Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { FileField } from '../../../web/components/file-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import type { LineField } from '../../checking/fields.ts'
import { labelOfField } from '../../finding-words.ts'
import { mostBytes } from '../../deposits/deposit.ts'
import {
  deskFileFormats,
  type DeskFileKind,
  deskFileName,
  isOffered,
  ownFormat,
} from '../files/desk-file.ts'
import type { LineToTell } from '../plans/sent-lines.ts'
import type { DeskView } from '../view-desk.ts'

/** Corrected lines that were sent and took no place: why, and which of them. */
export interface SentBack {
  readonly sentence: string
  readonly told?: readonly LineToTell[]
  readonly count?: number
}

interface Props {
  readonly view: DeskView
  readonly sent?: SentBack | undefined
}

/** For who corrects elsewhere: what is wrong in a file, and the corrected lines alone back (quality US14, US15). */
export function DeskFiles({ view, sent }: Props) {
  const { words } = useVisit()
  const said = words.desk.files
  const { declaration } = view
  return (
    <Details summary={said.title} open={sent !== undefined}>
      <p>{said.lead}</p>
      <ul class="plain-list">
        {offeredOf(view).map((kind) => (
          <OneFile view={view} kind={kind} />
        ))}
      </ul>
      <h3>{said.sendBack}</h3>
      <p>{said.sendBackLead}</p>
      <NotPlaced sent={sent} />
      <Form
        action={paths.declarations.sendLines({ id: declaration.id })}
        version={declaration.version}
        errors={sent && { fichier: sent.sentence }}
        prefix={sentPrefix}
        upload
      >
        <FileField
          name="fichier"
          label={said.label}
          hint={said.hint}
          kinds={words.declarations.fileKinds}
          accept=".txt,.csv,.xlsx,text/plain,text/csv"
          maxMegabytes={mostBytes / 1_048_576}
        />
        <Actions>
          <Button kind="plain">{said.send}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

/** Two forms of the desk send a file. */
export const sentPrefix = 'lignes-'

function offeredOf({ declaration, causes }: DeskView): DeskFileKind[] {
  const hasWrong = declaration.acceptedLines < declaration.lines
  return [
    ...(hasWrong ? (['to_correct'] as const) : []),
    ...(causes.length > 0 ? (['annotated', 'findings'] as const) : []),
    'content',
  ]
}

function OneFile({ view: { declaration }, kind }: { view: DeskView; kind: DeskFileKind }) {
  const { words, language } = useVisit()
  const said = words.desk.files
  const label =
    kind === 'to_correct'
      ? said.kinds.to_correct(declaration.lines - declaration.acceptedLines)
      : said.kinds[kind]
  const own = ownFormat(declaration)
  return (
    <li>
      <span>{label}</span>
      <span>
        {deskFileFormats
          .filter((format) => isOffered({ kind, format }, own))
          .map((format, index) => (
            <>
              {index > 0 ? ' · ' : null}
              <a
                href={paths.declarations.deskFile({
                  id: declaration.id,
                  file: deskFileName({ kind, format }),
                })}
                download
              >
                <bdi>{said.formats[format]}</bdi>
                <span class="visually-hidden">{colon(language) + label}</span>
              </a>
            </>
          ))}
      </span>
    </li>
  )
}

function NotPlaced({ sent }: { readonly sent: SentBack | undefined }) {
  const { words, language } = useVisit()
  const said = words.desk.files
  if (!sent?.told) return null
  const more = (sent.count ?? 0) - sent.told.length
  const nameOf = (field: LineField | null) => (field ? labelOfField(field, language) : '')
  return (
    <Note tone="stop" title={said.toldTitle}>
      <ul>
        {sent.told.map(({ at, person, why, line, field }) => (
          <li>
            <b>
              <bdi>{said.told(at, person)}</bdi>
            </b>{' '}
            {why === 'too_long' || why === 'not_a_day'
              ? said.why[why](nameOf(field))
              : said.why[why](line ?? 0)}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{said.more(more)}</p> : null}
    </Note>
  )
}
