import { formatDateTime } from '../../../calendar/index.ts'
import { parseReference } from '../../../letters/reference.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { Details } from '../../../web/components/details.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { FileField } from '../../../web/components/file-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Tray } from '../read-tray.ts'
import type { DeskScan } from '../store.ts'

/** What came back: to the form that brings scans, or to the codes. */
export interface TrayForm {
  readonly errors: Mistakes
  readonly typed: Fields
  /** What was done all the same. */
  readonly said?: string | undefined
}

interface Props {
  readonly tray: Tray
  readonly form?: TrayForm | undefined
}

const reasonPrefix = 'motif-'
export const reasonField = (id: string) => `${reasonPrefix}${id}`
/** Typed with Enter, it would press the first button of the form, which sends scans to their cases. */
export const isReason = (name: string) => name.startsWith(reasonPrefix)

const codeField = ({ id }: Pick<DeskScan, 'id'>) => `code-${id}`

export function trayPage(page: number | string): string {
  return `${paths.agency.tray()}?page=${page}`
}

const bringing = 'apport-'

/** In the address of a scan that the page shows by itself. */
export const thumbnail = 'vignette'

/** What waits for the code of its case, then the form to bring more. */
export function TrayPage({ tray, form }: Props) {
  const { agency, tray: words } = useVisit().words
  return (
    <AgencyPage
      title={words.title}
      place="desk"
      errors={form?.errors}
      errorsPrefix={form?.errors['documents'] ? bringing : undefined}
    >
      <BackLink href={paths.agency.desk()}>{agency.desk.title}</BackLink>
      <PageHead title={words.title} lead={words.lead} />
      {form?.said ? <Note>{form.said}</Note> : null}
      <h2>{words.waiting(tray.waiting)}</h2>
      {tray.waiting === 0 ? <EmptyState title={words.none} /> : <Waiting tray={tray} form={form} />}
      <Pagination page={tray.page} pages={tray.pages} href={trayPage} />
      <h2>{words.bring}</h2>
      <Bring form={form} />
    </AgencyPage>
  )
}

/** The button comes first: a reader that types a code and Enter sends it to its case. */
function Waiting({ tray, form }: Props) {
  const { tray: words } = useVisit().words
  // What came since the page was shown has its code too, from the name of its file.
  const named = Object.fromEntries(
    tray.scans.map((scan) => [codeField(scan), codeIn(scan.file.name)]),
  )
  const typed = form && { ...named, ...form.typed }
  return (
    <Form action={paths.agency.attachScans()} errors={form?.errors} typed={typed} wide>
      <input type="hidden" name="page" value={String(tray.page)} />
      <Actions>
        <Button>{words.attach}</Button>
      </Actions>
      <Table
        caption={words.title}
        rows={tray.scans.map((scan, index) => ({ scan, place: tray.offset + index + 1 }))}
        columns={[
          { head: words.document, cell: (one) => <Shown {...one} /> },
          { head: words.codeHead, cell: (one) => <Code {...one} /> },
          {
            head: words.remove,
            hideHead: true,
            cell: ({ scan, place }) => (
              <Remove
                scan={scan}
                place={place}
                isOpen={reasonField(scan.id) in (form?.errors ?? {})}
              />
            ),
          },
        ]}
      />
    </Form>
  )
}

interface Placed {
  readonly scan: DeskScan
  readonly place: number
}

/** Asked twice, with a reason: what is taken out comes back by being scanned again. */
function Remove({ scan, place, isOpen }: Placed & { readonly isOpen: boolean }) {
  const { tray: words } = useVisit().words
  return (
    <Details summary={words.removeThis(place)} open={isOpen}>
      <TextField
        name={reasonField(scan.id)}
        label={words.reason}
        hint={words.reasonHint}
        maxlength={200}
        dir="auto"
      />
      <Actions>
        <Button kind="plain" name="retirer" value={scan.id} label={words.removeThis(place)}>
          {words.remove}
        </Button>
      </Actions>
    </Details>
  )
}

/** None for what is there no more. */
function Code({ scan, place }: Placed) {
  const { tray: words } = useVisit().words
  if (scan.file.check === 'infected') return null
  return (
    <TextField
      name={codeField(scan)}
      label={words.code(place)}
      value={codeIn(scan.file.name)}
      width="medium"
      dir="ltr"
      maxlength={40}
    />
  )
}

function Shown({ scan, place }: Placed) {
  const { language, words } = useVisit()
  const { tray: own, letters } = words
  const address = paths.agency.trayScan({ id: scan.id })
  const { file } = scan
  const isReadable = file.check === 'clean' || file.check === 'unchecked'
  return (
    <div>
      <p>
        <bdi class="file-name">{file.name}</bdi>
        <br />
        <small>
          {letters.receivedBy[scan.arrival]} · {formatDateTime(scan.broughtAt, language)}
        </small>
      </p>
      {file.check === 'waiting' ? <Note>{own.lookingInto}</Note> : null}
      {file.check === 'infected' ? <Note>{own.infected}</Note> : null}
      {isReadable && file.mediaType === 'application/pdf' ? (
        <Actions>
          <ButtonLink href={address} download>
            {own.open(place)}
          </ButtonLink>
          {scan.pages === 1 ? null : (
            <a href={paths.agency.splitScan({ id: scan.id })}>{own.splitThis(place)}</a>
          )}
        </Actions>
      ) : null}
      {scan.splitFrom === null ? null : (
        <p>
          <a href={paths.agency.trayOriginal({ id: scan.id })} download>
            {own.openOriginal}
            <span class="visually-hidden"> {own.ofDocument(place)}</span>
          </a>
        </p>
      )}
      {isReadable && file.mediaType !== 'application/pdf' ? (
        <a class="scan" href={address} download>
          <img src={`${address}?${thumbnail}`} alt={own.imageAlt(place)} loading="lazy" />
        </a>
      ) : null}
    </div>
  )
}

/** Software of scanners that read the code themselves write it into the name. */
function codeIn(name: string): string {
  const found = /[A-Z]{2}[-_ ]?\w{4}[-_ ]?\w{4}/i.exec(name.replace(/\.\w+$/, ''))?.[0] ?? ''
  return parseReference(found) ?? ''
}

function Bring({ form }: Pick<Props, 'form'>) {
  const { words } = useVisit()
  const { tray: own, agency, letters } = words
  const back = form?.errors['documents'] ? form : undefined
  return (
    <Form
      action={paths.agency.tray()}
      errors={back?.errors}
      typed={back?.typed}
      prefix={bringing}
      upload
    >
      <FileField
        name="documents"
        label={own.files}
        hint={own.filesHint}
        kinds={agency.case.fileKinds}
        accept=".pdf,.jpg,.jpeg,.png"
        maxMegabytes={10}
        multiple
      />
      <RadioGroup
        name="arrivee"
        label={agency.case.arrival}
        value="post"
        inline
        options={[
          { value: 'post', label: letters.receivedBy.post },
          { value: 'counter', label: letters.receivedBy.counter },
        ]}
      />
      <Actions>
        <Button kind="plain">{own.bringButton}</Button>
      </Actions>
    </Form>
  )
}
