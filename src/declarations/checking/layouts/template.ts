import type { LineField } from '../fields.ts'
import {
  amountForm,
  type CellForm,
  childrenForm,
  cnssForm,
  dayForm,
  letterForm,
  numberForm,
  quarterForm,
  rateForm,
  textForm,
  zerosForm,
} from '../tables/cell-forms.ts'

export interface ColumnSpec {
  readonly field: LineField
  /** What our own template writes above the column. */
  readonly header: string
  /** What else people write there. Accents, case, spaces and what is between brackets do not count. */
  readonly aliases: readonly string[]
  readonly form: CellForm
  /**
   * Whether a file may leave the column out. `known`: only where the portal, or the command line, says what it would
   * have said. `optional`: nobody is asked about it.
   */
  readonly need: 'required' | 'known' | 'optional'
}

/** The fund's table: one row a member, a header of names, the columns in any order (contribution-file.md, «The table»). */
export const templateColumns: readonly ColumnSpec[] = [
  {
    field: 'recordCode',
    header: 'Code',
    aliases: ['Code enregistrement'],
    form: letterForm({ PRESENT: '2', SORTI: '7' }),
    need: 'optional',
  },
  {
    field: 'employerNumber',
    header: 'N° Adhérent',
    aliases: ['Adhérent', 'Numéro adhérent', 'N° d’adhérent'],
    form: numberForm(6),
    need: 'known',
  },
  {
    field: 'category',
    header: 'Catégorie',
    aliases: ['N° catégorie', 'Numéro catégorie'],
    form: numberForm(2),
    need: 'known',
  },
  {
    field: 'memberNumber',
    header: 'Matricule CIMR',
    aliases: ['Matricule', 'N° affilié', 'Numéro affilié', 'N° d’affilié'],
    form: numberForm(9, '000000000'),
    need: 'required',
  },
  {
    field: 'employeeRate',
    header: 'Taux salarial',
    aliases: ['Taux', 'Taux de cotisation salariale'],
    form: rateForm,
    need: 'known',
  },
  {
    field: 'lastName',
    header: 'Nom',
    aliases: ['Nom de famille'],
    form: textForm,
    need: 'required',
  },
  { field: 'firstName', header: 'Prénom', aliases: ['Prénoms'], form: textForm, need: 'required' },
  {
    field: 'staffNumber',
    header: 'N° intérieur',
    aliases: ['Numéro intérieur', 'N° interne', 'Matricule interne', 'Matricule employeur'],
    form: textForm,
    need: 'optional',
  },
  {
    field: 'sex',
    header: 'Sexe',
    aliases: ['Genre'],
    form: letterForm({ MASCULIN: 'M', HOMME: 'M', H: 'M', FEMININ: 'F', FEMME: 'F' }),
    need: 'required',
  },
  {
    field: 'nationality',
    header: 'Nationalité',
    aliases: [],
    form: letterForm({
      MAROCAIN: 'M',
      MAROCAINE: 'M',
      MAROC: 'M',
      AUTRE: 'A',
      ETRANGER: 'A',
      ETRANGERE: 'A',
    }),
    need: 'required',
  },
  {
    field: 'joinedOn',
    header: 'Date d’affiliation',
    aliases: ['Date affiliation', 'Affiliation', 'Date d’entrée'],
    form: dayForm,
    need: 'required',
  },
  {
    field: 'bornOn',
    header: 'Date de naissance',
    aliases: ['Date naissance', 'Naissance', 'Né le'],
    form: dayForm,
    need: 'required',
  },
  {
    field: 'maritalStatus',
    header: 'Situation de famille',
    aliases: ['Situation familiale', 'Situation'],
    form: letterForm({
      CELIBATAIRE: 'C',
      MARIE: 'M',
      MARIEE: 'M',
      DIVORCE: 'D',
      DIVORCEE: 'D',
      VEUF: 'V',
      VEUVE: 'V',
    }),
    need: 'optional',
  },
  {
    field: 'children',
    header: 'Nombre d’enfants',
    aliases: ['Nombre enfants', 'Nb enfants', 'Enfants'],
    form: childrenForm,
    need: 'optional',
  },
  {
    field: 'salary',
    header: 'Salaire du trimestre',
    aliases: ['Salaire', 'Salaires soumis du trimestre', 'Salaire soumis', 'Salaire trimestriel'],
    form: amountForm,
    need: 'required',
  },
  {
    field: 'leftOn',
    header: 'Date de sortie',
    aliases: ['Date sortie', 'Sortie'],
    form: dayForm,
    need: 'optional',
  },
  {
    field: 'identityNumber',
    header: 'N° CNIE',
    aliases: ['CNIE', 'CIN', 'N° CIN', 'N° de CNIE'],
    form: textForm,
    need: 'optional',
  },
  { field: 'cnssNumber', header: 'N° CNSS', aliases: ['CNSS'], form: cnssForm, need: 'optional' },
  {
    field: 'mobile',
    header: 'GSM',
    aliases: ['Téléphone', 'Portable', 'Mobile', 'N° GSM'],
    form: zerosForm,
    need: 'optional',
  },
  {
    field: 'email',
    header: 'E-mail',
    aliases: ['Email', 'Mail', 'Courriel', 'Adresse e-mail'],
    form: textForm,
    need: 'optional',
  },
  { field: 'quarter', header: 'Trimestre', aliases: ['Trim'], form: quarterForm, need: 'known' },
  { field: 'year', header: 'Année', aliases: ['Exercice'], form: numberForm(4), need: 'known' },
]

/** One column for both names, in a file that has neither «Nom» nor «Prénom». */
export const fullNameColumn: ColumnSpec = {
  field: 'fullName',
  header: 'Nom et prénom',
  aliases: ['Nom complet', 'Nom prénom', 'Nom et prénoms', 'Nom prénoms'],
  form: textForm,
  need: 'optional',
}

/** Columns that the portal adds when it gives a file back with its findings; read again, they say nothing. */
export const annotationHeaders = ['Ligne', 'Constats', 'Corrections proposées'] as const
export type Annotation = (typeof annotationHeaders)[number]

export const templateCsv = { kind: 'table', id: 'template-csv' } as const
export const templateXlsx = { kind: 'table', id: 'template-xlsx' } as const
