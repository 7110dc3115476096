import { formatDateTime } from '../../calendar/index.ts'
import { isReadable, type Proof } from '../../letters/store/proofs.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Details } from '../../web/components/details.tsx'
import { Note } from '../../web/components/note.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Case } from '../read-case.ts'

/** The newest scan, beside the form; older ones are one press away. */
export function CasePaper({ file }: { readonly file: Case }) {
  const { agency, tray } = useVisit().words
  const { case: words } = agency
  const [newest, ...earlier] = file.proofs
  return (
    <section aria-labelledby="document-signe">
      <h2 id="document-signe">{words.scan}</h2>
      {newest ? <Scan file={file} proof={newest} /> : <p class="muted">{words.noProof}</p>}
      {file.piece === undefined ? null : (
        <p>
          <a href={paths.agency.trayOriginal({ id: file.piece })} download>
            {tray.openOriginal}
          </a>
        </p>
      )}
      {earlier.length > 0 ? (
        <Details summary={words.earlier(earlier.length)}>
          {earlier.map((proof) => (
            <EarlierScan file={file} proof={proof} />
          ))}
        </Details>
      ) : null}
    </section>
  )
}

interface ScanProps {
  readonly file: Case
  readonly proof: Proof
}

function Scan({ file, proof }: ScanProps) {
  const { case: words } = useVisit().words.agency
  const address = paths.agency.proof({ id: file.letter.id, proof: proof.id })
  if (!proof.file) return <Note tone="warning">{words.notScanned}</Note>
  if (!isReadable(proof)) return <NotReadable proof={proof} />
  return (
    <>
      <p class="hint">
        <ScanName proof={proof} />
      </p>
      {proof.file.mediaType === 'application/pdf' ? (
        <>
          <ButtonLink href={address} download>
            {words.openPdf(sizeOf(proof))}
          </ButtonLink>
          <p class="hint">{words.pdfHint}</p>
        </>
      ) : (
        <a class="scan" href={address} download>
          <img src={address} alt={words.scanAlt(file.letter.reference)} />
          <span>{words.openFull}</span>
        </a>
      )}
    </>
  )
}

/** It waits for the scanner, or did not pass it. */
function NotReadable({ proof }: Pick<ScanProps, 'proof'>) {
  const { case: words } = useVisit().words.agency
  const isInfected = proof.file?.check === 'infected'
  return (
    <Note tone={isInfected ? 'stop' : 'info'} title={<ScanName proof={proof} />}>
      {isInfected ? words.infected : words.lookingInto}
    </Note>
  )
}

function EarlierScan({ file, proof }: ScanProps) {
  const address = paths.agency.proof({ id: file.letter.id, proof: proof.id })
  return (
    <p>
      {isReadable(proof) ? (
        <a href={address} download>
          <ScanName proof={proof} />
        </a>
      ) : (
        <>
          <ScanName proof={proof} />
          <Why proof={proof} />
        </>
      )}
    </p>
  )
}

function Why({ proof }: Pick<ScanProps, 'proof'>) {
  const { case: words } = useVisit().words.agency
  if (!proof.file) return null
  const isInfected = proof.file.check === 'infected'
  return <small> · {isInfected ? words.infectedShort : words.lookingIntoShort}</small>
}

function ScanName({ proof }: Pick<ScanProps, 'proof'>) {
  const { language, words } = useVisit()
  const by = words.letters.receivedBy[proof.receivedBy]
  const when = formatDateTime(proof.receivedAt, language)
  return <>{words.agency.case.scanOf(String(proof.number), by, when)}</>
}

function sizeOf(proof: Proof): string {
  const { case: words } = useVisit().words.agency
  return words.size(Math.max(1, Math.round(Number(proof.file?.size ?? 0n) / 1024)))
}
