import type { Child } from 'hono/jsx'
import { Band, type BandProps } from './components/band.tsx'
import { ErrorSummary } from './components/error-summary.tsx'
import { Notice } from './components/notice.tsx'
import { PageFooter } from './components/page-footer.tsx'
import { PageHeader } from './components/page-header.tsx'
import { SessionDialog } from './components/session-dialog.tsx'
import type { Mistakes } from './form.ts'
import { paths } from './paths.ts'
import { useVisit, type Visit } from './visit.ts'
import { directionOf } from './words/language.ts'

interface Props {
  /** What this page is for; the employer in hand and the fund are added to it. */
  readonly title: string
  readonly band?: BandProps | undefined
  /** The address of the band's current cell, when the cells do not say it themselves. */
  readonly current?: string | undefined
  /** Tables and desks use the whole width; everything else is one readable column. */
  readonly wide?: boolean | undefined
  /** The mistakes of the page's form: summed up first, and said in the title. */
  readonly errors?: Mistakes | undefined
  /** The prefix of that form, if it has one. */
  readonly errorsPrefix?: string | undefined
  readonly children: Child
}

/** The frame of every page. */
export function Layout({ title, band, current, wide, errors = {}, ...props }: Props) {
  const visit = useVisit()
  const isWrong = Object.keys(errors).length > 0
  return (
    <html lang={visit.language} dir={directionOf(visit.language)}>
      <Head title={documentTitle(visit, title, isWrong)} />
      <body>
        <a class="skip" href="#contenu">
          {visit.words.frame.skipToContent}
        </a>
        <PageHeader />
        {band ? <Band {...band} current={current ?? band.current} /> : null}
        <main id="contenu" tabindex={-1} class={wide ? 'page is-wide' : 'page'}>
          <Notice />
          <ErrorSummary errors={errors} prefix={props.errorsPrefix} />
          {props.children}
        </main>
        <PageFooter />
        <SessionDialog />
      </body>
    </html>
  )
}

function Head({ title }: { readonly title: string }) {
  const { language } = useVisit()
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={paths.asset('icon.svg')} type="image/svg+xml" />
      {fontsOf[language].map((name) => (
        <link
          rel="preload"
          href={paths.asset(`fonts/${name}.woff2`)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={paths.asset('app.css')} />
      <script type="module" src={paths.asset('enhance/main.js')}></script>
    </head>
  )
}

/** Fetched with the page, so that most readers never see the fallback. */
const fontsOf = {
  fr: ['plex-400', 'plex-500', 'plex-600'],
  ar: ['plex-arabic-400', 'plex-arabic-600', 'plex-400', 'plex-600'],
} as const

/** «Erreur : Nouvel utilisateur · Atlas Textile SA, N° Adhérent 005839 · Caisse»: which company, even in a tab. */
function documentTitle(visit: Visit, title: string, isWrong: boolean): string {
  const { frame } = visit.words
  const employer = visit.visitor?.employer
  const parts = [
    `${isWrong ? frame.errorTitlePrefix : ''}${title}`,
    ...(employer ? [frame.employerInTitle(employer.name, employer.number)] : []),
    visit.fund.name,
  ]
  return parts.join(' · ')
}
