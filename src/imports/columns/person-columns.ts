import { choice, document, email, latinText, mobile, text } from './cells.ts'
import type { ImportColumn } from './import-column.ts'

/** Who a person is, as the form asks for a delegate or a user: identity, function, how to reach them. */
export const personColumns: readonly ImportColumn[] = [
  {
    field: 'lastName',
    header: 'Nom',
    aliases: ['Nom de famille'],
    needed: true,
    example: 'EL AMRANI',
    read: latinText(80),
  },
  {
    field: 'firstName',
    header: 'Prénom',
    aliases: ['Prénoms'],
    needed: true,
    example: 'FATIMA ZAHRA',
    read: latinText(80),
  },
  {
    field: 'identityKind',
    header: 'Pièce d’identité',
    aliases: ['Type de pièce', 'Pièce', 'Nature de la pièce'],
    needed: true,
    example: 'CNIE',
    read: choice({
      cin: ['CNIE', 'CIN'],
      residence_card: ['Carte de séjour', 'Séjour'],
      passport: ['Passeport'],
    }),
  },
  {
    field: 'identity',
    header: 'N° de la pièce',
    aliases: ['N° pièce', 'Numéro de la pièce', 'N° CNIE', 'N° CIN', 'N° de pièce d’identité'],
    needed: true,
    secret: true,
    example: 'BE123456',
    read: document,
  },
  {
    field: 'jobTitle',
    header: 'Fonction',
    aliases: ['Qualité', 'Poste'],
    needed: true,
    example: 'Responsable de la paie',
    read: text(120),
  },
  {
    field: 'email',
    header: 'E-mail',
    aliases: ['Email', 'Mail', 'Courriel', 'Adresse e-mail'],
    needed: true,
    example: 'fz.elamrani@conserveries.example',
    read: email,
  },
  {
    field: 'phone',
    header: 'Mobile',
    aliases: ['GSM', 'Portable', 'Téléphone mobile', 'N° GSM'],
    needed: true,
    example: '06 61 23 45 67',
    read: mobile,
  },
  {
    field: 'language',
    header: 'Langue',
    aliases: [],
    example: 'Français',
    read: choice({ fr: ['Français', 'FR'], ar: ['Arabe', 'AR'] }),
  },
]
