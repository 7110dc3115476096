import { de } from './elision.ts'

export const errors = {
  title: 'Nous ne pouvons pas répondre à cette demande',
  notFoundTitle: 'Page introuvable',
  notAllowedTitle: 'Accès réservé',
  mandateEndedTitle: 'Ce mandat n’est plus en vigueur',
  noCompanyTitle: 'Choisissez une entreprise',
  faultTitle: 'Un incident est survenu',
  unavailableTitle: 'Le service est momentanément indisponible',
  unavailable:
    'Nos serveurs ne répondent pas pour le moment. Rien de ce que vous aviez enregistré n’est perdu. Réessayez dans une minute.',
  fault: (reference: string) =>
    `Votre demande n’a pas abouti et rien n’a été modifié. Réessayez ; si l’incident se répète, donnez cette référence à l’Agence Virtuelle : ${reference}`,
  sessionOverTitle: 'Votre session est terminée',
  typedIsKept:
    'Rien n’a été envoyé. Ce que vous aviez saisi est gardé, sauf les mots de passe et les fichiers : reconnectez-vous et vous le retrouverez dans le formulaire.',
  backToForm: 'Revenir au formulaire',
  otherCompanyTitle: 'Une autre entreprise est ouverte',
  otherCompany: (company: string, now: string) =>
    `Cet onglet était celui ${de(company)}, mais ${now} a été ouverte depuis dans un autre onglet. Rien n’a été envoyé ni modifié.`,
  fileAgain: 'Revenez à l’entreprise, puis choisissez de nouveau le fichier.',
  backToCompany: (company: string) => `Revenir à ${company}`,
  returnToCompany: (company: string) => `Revenir à ${company} et y envoyer ce que j’avais saisi`,
  backHome: 'Revenir à l’accueil',
  backToWork: 'Revenir à mon espace',
}
