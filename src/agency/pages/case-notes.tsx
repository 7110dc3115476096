import { formatDateTime } from '../../calendar/index.ts'
import { freezesMandate } from '../../direct-debits/bank-messages/place-movement.ts'
import { isInReview } from '../../letters/letter.ts'
import { isUndecided } from '../../letters/objection.ts'
import { Note } from '../../web/components/note.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { isOtherName } from '../company-name.ts'
import type { Case } from '../read-case.ts'
import { otherIce, type OtherIce as OtherIceFound, typedCompany } from '../typed-company.ts'

/** What must be known before reading on: one sentence each, most serious first. */
export function CaseNotes({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  const { letter } = file
  const isOpen = isInReview(letter)
  return (
    <>
      {isOpen && file.isOwnEmployer ? (
        <Note tone="stop" title={words.ownTitle}>
          {words.ownText}
        </Note>
      ) : null}
      {isOpen && letter.employerId === null ? (
        <Note tone="stop" title={words.unknownTitle}>
          {words.unknownText}
        </Note>
      ) : null}
      {isOpen ? <OtherName file={file} /> : null}
      {isOpen ? <OtherIce file={file} /> : null}
      {isOpen && file.rejection ? <Rejected rejection={file.rejection} /> : null}
      {isOpen && letter.employerId !== null ? <TwoAgents file={file} /> : null}
      {letter.state === 'accepted' ? <Accepted file={file} /> : null}
      {letter.state === 'withdrawn' ? <Withdrawn file={file} /> : null}
    </>
  )
}

/** A form corrected by its applicant has another code: the one on the paper leads to it. */
function Withdrawn({ file: { laterForms } }: { readonly file: Case }) {
  const { language, words: all } = useVisit()
  const words = all.agency.case
  return (
    <Note title={words.withdrawnTitle}>
      <p>{laterForms.length === 0 ? words.withdrawnAlone : words.withdrawnSince}</p>
      {laterForms.length === 0 ? null : (
        <ul>
          {laterForms.map(({ id, reference, applicant, createdAt }) => (
            <li>
              <a href={paths.agency.letter({ id })}>
                <Reference>{reference}</Reference>
              </a>{' '}
              <bdi>{applicant}</bdi>, {formatDateTime(createdAt, language)}
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}

/** A number typed wrong may be another company's: the names tell. */
function OtherName({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  const { name: typed } = typedCompany(file)
  if (!file.employer || !typed || !isOtherName(typed, file.employer.name)) return null
  return (
    <Note tone="warning" title={words.otherNameTitle}>
      {words.otherName(typed, file.employer.name)}
    </Note>
  )
}

/** The same number but for something: told as one who compares would say it. */
function OtherIce({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  const other = otherIce(file)
  if (!other) return null
  return (
    <Note tone="warning" title={words.otherIceTitle}>
      {words.otherIce(other.typed, other.known)} {differenceIn(words, other)}
    </Note>
  )
}

/** The bank refused this very account: what it said, and whether the mandate was frozen for it. */
function Rejected({ rejection }: { readonly rejection: NonNullable<Case['rejection']> }) {
  const { language, words: all } = useVisit()
  const words = all.agency.case
  const { at, reason, reference } = rejection
  return (
    <Note tone="warning" title={words.rejectedTitle}>
      <p>
        {words.rejected(reference, formatDateTime(at, language), reason)}
        {freezesMandate(reason) ? <> {words.rejectedFrozen}</> : null}
      </p>
    </Note>
  )
}

function differenceIn(words: Words['agency']['case'], { difference }: OtherIceFound): string {
  const { iceDifferences } = words
  return 'position' in difference
    ? iceDifferences[difference.kind](difference.position)
    : iceDifferences[difference.kind]
}

/** Why one signature of an agent is not enough, and whose turn it is (product G3). */
function TwoAgents({ file }: { readonly file: Case }) {
  const { language, words: all } = useVisit()
  const words = all.agency.case
  const { letter, objection } = file
  if (letter.agentsRequired < 2) return null
  const warned =
    objection && objection.raisedAt === null
      ? words.warnedUntil(formatDateTime(objection.openUntil, language))
      : null
  if (file.acceptedByMe) return <Note title={words.yoursTitle}>{words.yoursText}</Note>
  if (file.acceptances > 0) {
    return (
      <Note title={words.secondTitle(firstAgent(file))}>
        {words.secondText} {warned}
      </Note>
    )
  }
  return (
    <Note title={letter.replacesDelegate ? words.replacesTitle : words.twoTitle}>
      {letter.replacesDelegate ? <>{words.twoTitle} </> : null}
      {words.twoText} {warned}
    </Note>
  )
}

function firstAgent({ reviews, proofs }: Case): string {
  const current = proofs[0]?.id
  return reviews.find((one) => one.verdict === 'accept' && one.proofId === current)?.agent ?? ''
}

function Accepted({ file }: { readonly file: Case }) {
  const { language, words: all } = useVisit()
  const words = all.agency.case
  if (isUndecided(file.objection) || !file.letter.effectiveAt) return null
  return (
    <Note
      tone="done"
      title={words.acceptedTitle(formatDateTime(file.letter.effectiveAt, language))}
    >
      {file.objection?.raisedAt === null ? words.acceptedText : null}
    </Note>
  )
}
