import { createContext, useContext } from 'hono/jsx'
import type { KeptForm } from './kept-form.ts'
import type { Language } from './words/language.ts'
import type { Words } from './words/index.ts'

/** The fund as its users know it; comes from the configuration. */
export interface FundIdentity {
  readonly name: string
  /** On Arabic pages, papers and mails; the other one where it is not given. */
  readonly nameInArabic?: string | undefined
  readonly agencyName: string
  readonly agencyAddress: readonly string[]
  readonly agencyEmail: string
  readonly agencyPhone: string
  readonly contact: string
}

/** The fund as it is called in a language. */
export function fundIn(language: Language, fund: FundIdentity): FundIdentity {
  return language === 'ar' ? { ...fund, name: fund.nameInArabic ?? fund.name } : fund
}

/** Who is looking, as the header shows it. */
export interface Visitor {
  readonly kind: 'delegate' | 'profile' | 'agent'
  readonly name: string
  readonly home: string
  readonly account: string
  readonly service:
    | 'administration'
    | 'declaration'
    | 'account'
    | 'payment'
    | 'liquidation'
    | 'agency'
  /** The employer in hand: named on every page and carried by every form. */
  readonly employer: { readonly id: string; readonly name: string; readonly number: string } | null
  /** Others this person may take in hand (a firm's users); their board is a link beside the name. */
  readonly board: string | null
  /** The company whose mandate ended while this person had it in hand. */
  readonly lostEmployer?: string | null
  /** When the session ends if nothing is done. */
  readonly idleEndsAt: Date
}

/** What every page knows about the request that it answers. */
export interface Visit {
  readonly language: Language
  readonly words: Words
  /** Path and query of this page, for the language switch. */
  readonly url: string
  readonly csrf: string
  readonly fund: FundIdentity
  readonly visitor: Visitor | null
  readonly demonstration: boolean
  readonly version: string
  readonly now: Date
  /** A sentence to show once after a redirect. */
  readonly notice: string | null
  /** What was typed here before the session ended: it fills the form again. */
  readonly kept?: KeptForm | null
  /** The view of the agents' queue that this case was opened from. */
  readonly queueView?: string | null
}

const VisitContext = createContext<Visit | null>(null)

export const VisitProvider = VisitContext.Provider

/** The visit of the page being rendered. Components are synchronous, so the context is always this request's. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext)
  if (!visit) throw new Error('a component was rendered outside a page')
  return visit
}
