import type { Service } from '../actors/actor.ts'
import { clients } from './clients.ts'
import { systematicNumber } from './company.ts'

/** A login of the demonstration, its role in the accounts file and the door it opens. */
export interface DemoUser {
  readonly role: string
  readonly door: string
  readonly service: Service
  readonly login: string
  readonly firstName: string
  readonly lastName: string
  readonly cin: string
  readonly jobTitle: string
  readonly isMaker?: boolean
  readonly isValidator?: boolean
  /** When they were last here. */
  readonly seenDaysAgo: number
  /** Belongs to the demonstration's firm. */
  readonly external?: boolean
  /** Categories by the employer number that they are declared for. */
  readonly declares?: Readonly<Record<string, readonly string[]>>
  /** Of these companies by «Formulaire de Saisie». */
  readonly types?: readonly string[]
  /** Whose person they are; the first company's unless told. */
  readonly employer?: string
}

/** Everybody is another person: the maker cannot be a validator under another name. */
export const users: readonly DemoUser[] = [
  {
    role: 'declaration_internal',
    door: 'teledeclaration',
    service: 'declaration_internal',
    login: 'namrani.decl.005839',
    firstName: 'Nabil',
    lastName: 'Amrani',
    cin: 'BK201774',
    jobTitle: 'Gestionnaire de paie',
    seenDaysAgo: 2,
    declares: { '005839': ['01', '02'] },
  },
  {
    role: 'declaration_external',
    door: 'teledeclaration',
    service: 'declaration_external',
    login: 'klahlou-318.decl.002136093000040',
    firstName: 'Khadija',
    lastName: 'Lahlou',
    cin: 'BJ775310',
    jobTitle: 'Cheffe de mission',
    seenDaysAgo: 6,
    external: true,
    declares: {
      '005839': ['01'],
      '004127': ['01'],
      ...Object.fromEntries(clients.map(({ number }) => [number, ['01']])),
    },
    types: clients.map(({ number }) => number),
  },
  {
    role: 'declaration_form',
    door: 'teledeclaration',
    service: 'declaration_internal',
    login: 'hziani.decl.008101',
    firstName: 'Hajar',
    lastName: 'Ziani',
    cin: 'G452190',
    jobTitle: 'Comptable',
    seenDaysAgo: 11,
    employer: '008101',
    declares: { '008101': ['01'] },
    types: ['008101'],
  },
  {
    role: 'employer_account',
    door: 'compte-adherent',
    service: 'employer_account',
    login: 'omansouri.compte.005839',
    firstName: 'Othmane',
    lastName: 'Mansouri',
    cin: 'BH664012',
    jobTitle: 'Comptable',
    seenDaysAgo: 3,
  },
  {
    role: 'payment_maker',
    door: 'e-paiement',
    service: 'payment',
    login: 'imoussaoui.paie.005839',
    firstName: 'Imane',
    lastName: 'Moussaoui',
    cin: 'BL118290',
    jobTitle: 'Trésorière',
    seenDaysAgo: 9,
    isMaker: true,
  },
  {
    role: 'payment_validator_1',
    door: 'e-paiement',
    service: 'payment',
    login: 'rjettou.paie.005839',
    firstName: 'Reda',
    lastName: 'Jettou',
    cin: 'BM540021',
    jobTitle: 'Directeur financier',
    seenDaysAgo: 1,
    isValidator: true,
  },
  {
    role: 'payment_validator_2',
    door: 'e-paiement',
    service: 'payment',
    login: 'sfilali.paie.005839',
    firstName: 'Sanaa',
    lastName: 'Filali',
    cin: 'BN730448',
    jobTitle: 'Directrice générale',
    seenDaysAgo: 12,
    isValidator: true,
  },
  {
    role: `declaration_${systematicNumber}`,
    door: 'teledeclaration',
    service: 'declaration_internal',
    login: `ybakkali.decl.${systematicNumber}`,
    firstName: 'Yassine',
    lastName: 'Bakkali',
    cin: 'KA771204',
    jobTitle: 'Responsable paie',
    seenDaysAgo: 4,
    employer: systematicNumber,
    declares: { [systematicNumber]: ['01', '02'] },
  },
  {
    role: `payment_maker_${systematicNumber}`,
    door: 'e-paiement',
    service: 'payment',
    login: `skettani.paie.${systematicNumber}`,
    firstName: 'Siham',
    lastName: 'Kettani',
    cin: 'KB560917',
    jobTitle: 'Comptable',
    seenDaysAgo: 2,
    isMaker: true,
    employer: systematicNumber,
  },
  {
    role: `payment_validator_${systematicNumber}`,
    door: 'e-paiement',
    service: 'payment',
    login: `mrifai.paie.${systematicNumber}`,
    firstName: 'Mounir',
    lastName: 'Rifai',
    cin: 'KB118265',
    jobTitle: 'Directeur financier',
    seenDaysAgo: 7,
    isValidator: true,
    employer: systematicNumber,
  },
  {
    role: 'liquidation',
    door: 'e-liquidation',
    service: 'liquidation',
    login: 'zkabbaj.liq.005839',
    firstName: 'Zineb',
    lastName: 'Kabbaj',
    cin: 'BP909115',
    jobTitle: 'Responsable administration du personnel',
    seenDaysAgo: 15,
  },
]
