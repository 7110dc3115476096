import { paths } from '../paths.ts'
import { reopenField } from '../return-to-company.tsx'
import { useVisit, type Visit, type Visitor } from '../visit.ts'
import { otherLanguageUrl } from './language-switch.ts'

/** The fund, the employer in hand, who is signed in, help, language: the same place on every page. */
export function PageHeader() {
  const { fund, visitor } = useVisit()
  return (
    <header class="top">
      <div class="wrap">
        <a class="brand" href={visitor?.home ?? paths.home()}>
          <Mark />
          <span>{fund.name}</span>
        </a>
        {visitor?.employer || visitor?.board ? <EmployerInHand visitor={visitor} /> : null}
        <div class="top-links">
          {visitor ? <Account visitor={visitor} /> : null}
          <HelpAndLanguage />
        </div>
      </div>
    </header>
  )
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
      <path d="M13 0a13 13 0 1 1 0 26H4a4 4 0 0 1-4-4v-9A13 13 0 0 1 13 0z" fill="currentColor" />
    </svg>
  )
}

function EmployerInHand({ visitor }: { readonly visitor: Visitor }) {
  const { words } = useVisit()
  return (
    <div class="employer" {...watched(visitor, words)}>
      {visitor.employer ? (
        <>
          <span class="employer-name">
            <bdi>{visitor.employer.name}</bdi>
          </span>{' '}
          <span class="employer-number">
            {words.frame.employerNumber}{' '}
            <bdi dir="ltr" class="reference">
              {visitor.employer.number}
            </bdi>
          </span>{' '}
        </>
      ) : null}
      {visitor.board ? <a href={visitor.board}>{words.frame.otherEmployers}</a> : null}
    </div>
  )
}

/** One of several companies: a script tells this tab when another one is opened in another tab. */
function watched({ employer, board }: Visitor, { frame, errors }: Visit['words']) {
  if (!employer || !board) return {}
  return {
    'data-enhance': 'company',
    'data-company': employer.id,
    'data-text': frame.otherTab(employer.name),
    'data-to': `${paths.declarations.takeInHand({ id: employer.id })}?${reopenField}=`,
    'data-label': errors.backToCompany(employer.name),
  }
}

function Account({ visitor }: { readonly visitor: Visitor }) {
  const { csrf, words } = useVisit()
  return (
    <div class="account">
      <span class="visually-hidden">{words.frame.signedInAs} </span>
      <bdi class="who">{visitor.name}</bdi>
      <div class="account-links">
        <a href={visitor.account}>{words.frame.myAccount}</a>
        <form method="post" action={paths.signOut()}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit" class="button is-link">
            {words.frame.signOut}
          </button>
        </form>
      </div>
    </div>
  )
}

function HelpAndLanguage() {
  const { language, url, words } = useVisit()
  const other = language === 'fr' ? 'ar' : 'fr'
  return (
    <>
      <a href={paths.help()}>{words.frame.helpAndContact}</a>
      <a
        class="language"
        href={otherLanguageUrl(url, other)}
        lang={other}
        hreflang={other}
        data-enhance="language"
      >
        {words.frame.language}
      </a>
    </>
  )
}
