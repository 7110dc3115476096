import type { Letter } from '../../../letters/letter.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { takesScan } from '../attach-scan.ts'
import type { SplitView } from '../split-scan.ts'

interface Props {
  readonly view: SplitView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** The codes were looked at, and each is that of one of these. */
  readonly cases?: readonly Letter[] | undefined
}

/** The pages of one PDF, with the code of each form at its first page. The first button shares nothing out: a reader types Enter after each code. */
export function SplitPage({ view, errors, typed, cases = [] }: Props) {
  const { tray: words } = useVisit().words
  const { scan, pages } = view
  const id = { id: scan.id }
  return (
    <AgencyPage title={words.split} place="desk" errors={errors} narrow>
      <BackLink href={paths.agency.tray()}>{words.title}</BackLink>
      <PageHead title={words.split} lead={words.splitLead} />
      {cases.length > 0 ? <Note tone="done">{words.codesGood(cases.length)}</Note> : null}
      <Staying cases={cases.filter((one) => !takesScan(one))} />
      <p>
        <bdi class="file-name">{scan.file.name}</bdi>
      </p>
      <p>
        <ButtonLink href={paths.agency.trayScan(id)} download>
          {words.openWhole}
        </ButtonLink>
      </p>
      <Form action={paths.agency.splitScan(id)} errors={errors} typed={typed}>
        <Actions>
          <Button kind="plain" name="geste" value="verifier">
            {words.checkCodes}
          </Button>
        </Actions>
        <h2>{words.pages(pages)}</h2>
        {Array.from({ length: pages }, (_, index) => (
          <TextField
            name={`page-${index + 1}`}
            label={words.pageCode(index + 1)}
            width="medium"
            dir="ltr"
            maxlength={40}
          />
        ))}
        <Actions>
          <Button name="geste" value="repartir">
            {words.splitButton}
          </Button>
        </Actions>
      </Form>
    </AgencyPage>
  )
}

/** Said before anything is cut: these pages would stay at the desk. */
function Staying({ cases }: { readonly cases: readonly Letter[] }) {
  const { tray: words } = useVisit().words
  if (cases.length === 0) return null
  return (
    <Note tone="warning" title={words.staying}>
      <ul>
        {cases.map((letter) => (
          <li>
            <a href={paths.agency.letter({ id: letter.id })}>
              <Reference>{letter.reference}</Reference>
            </a>{' '}
            {letter.receivedAt ? words.stayingReceived : words.stayingOver}
          </li>
        ))}
      </ul>
    </Note>
  )
}
