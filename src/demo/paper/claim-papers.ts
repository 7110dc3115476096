import type { PrintedBlock, PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { type Hand, signedPaper } from './signed-paper.ts'

export interface ClaimPerson {
  readonly name: string
  readonly cin: string
  readonly bornOn: string
  readonly memberNumber: string
  readonly rib: string
  readonly endsOn: string
}

interface Setting {
  readonly person: ClaimPerson
  readonly hand: Hand
  readonly fundName: string
  readonly at: Date
}

const invented = 'Document inventé pour la démonstration.'

/** What comes with a claim for a pension, as a company would scan it: four invented papers that say the same as the claim. */
export function claimPaper(code: string, { person, hand, fundName, at }: Setting): PrintedDocument {
  const papers: Readonly<Record<string, Paper>> = {
    signed_form: {
      from: fundName,
      title: 'Demande de liquidation de la pension',
      rows: [
        ['N° Affilié', person.memberNumber],
        ['Nom et prénom', person.name],
        ['N° de CIN', person.cin],
        ['Entreprise', `${hand.company.company}, N° Adhérent ${hand.company.number}`],
        ['RIB', person.rib],
      ],
      places: true,
    },
    identity: {
      from: 'Royaume du Maroc',
      title: 'Carte nationale d’identité (copie)',
      rows: [
        ['Nom et prénom', person.name],
        ['Date de naissance', person.bornOn],
        ['N°', person.cin],
      ],
    },
    bank_details: {
      from: 'Banque de démonstration',
      title: 'Relevé d’identité bancaire',
      rows: [
        ['Titulaire', person.name],
        ['RIB', person.rib],
      ],
    },
    end_of_work: {
      from: hand.company.company,
      title: 'Certificat de travail',
      rows: [
        ['Salarié', person.name],
        ['N° de CIN', person.cin],
        ['Dernier jour de travail', person.endsOn],
      ],
      places: true,
    },
  }
  const paper = papers[code]
  if (!paper) throw new Error(`no paper is invented for ${code}`)
  return signedPaper(printed(paper, at), hand)
}

interface Paper {
  readonly from: string
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
  /** Places for a date, a signature and a stamp. */
  readonly places?: true
}

function printed({ from, title, rows, places }: Paper, at: Date): PrintedDocument {
  const boxes: PrintedBlock = {
    kind: 'boxes',
    boxes: [
      { kind: 'date', label: 'Date' },
      { kind: 'signature', label: 'Signature' },
      { kind: 'stamp', label: 'Cachet' },
    ],
  }
  return {
    lang: 'fr',
    fund: { name: from, address: [] },
    title,
    issuedAt: at,
    onePage: true,
    blocks: [
      { kind: 'rows', rows: rows.map(([label, value]) => ({ label, value, ltr: true })) },
      ...(places ? [boxes] : []),
    ],
    footer: invented,
  }
}
