import type { PrintedDocument } from '../../src/platform/pdf/printed-document.ts'

const issuedAt = new Date('2026-11-23T10:15:00Z')

/** A password letter of an invented company, as printed in French. */
export const frenchLetter: PrintedDocument = {
  lang: 'fr',
  fund: {
    name: 'Caisse de Retraite Interprofessionnelle',
    address: ['Agence Virtuelle', '100, boulevard des Essais, 20000 Casablanca'],
    email: 'agence.virtuelle@caisse.example',
  },
  title: 'Réinitialisation du mot de passe de la personne déléguée',
  issuedAt,
  issuedOn: 'Casablanca, le 23 novembre 2026',
  reference: {
    label: 'Référence de votre lettre',
    code: 'RM-7K2M-9QWE-4',
    explanation: 'Rappelez-la dans tout échange avec l’agence.',
  },
  sendTo: {
    heading: 'À envoyer ou à déposer',
    lines: ['Responsable de l’Agence Virtuelle', '100, boulevard des Essais', '20000 Casablanca'],
  },
  blocks: [
    {
      kind: 'paragraphs',
      paragraphs: ['Nous demandons un nouveau mot de passe pour notre personne déléguée.'],
    },
    {
      kind: 'rows',
      heading: 'Entreprise et personne déléguée',
      rows: [
        { label: 'N° Adhérent', value: '0045871', ltr: true },
        { label: 'Raison sociale', value: 'Société Atlas Conserves SARL' },
        { label: 'Personne déléguée', value: 'Salma Bennani' },
        { label: 'E-mail', value: 'salma.bennani@atlas-conserves.example', ltr: true },
        { label: 'Téléphone', value: '' },
      ],
    },
    {
      kind: 'steps',
      heading: 'Que faire de cette lettre',
      steps: ['Imprimez-la.', 'Faites-la signer et cacheter.', 'Envoyez-la à l’Agence Virtuelle.'],
    },
    {
      kind: 'notice',
      text: 'Tant que la lettre n’est pas acceptée, l’ancien mot de passe reste valable.',
    },
    {
      kind: 'boxes',
      heading: 'Signature',
      boxes: [
        { kind: 'date', label: 'Fait le' },
        { kind: 'signature', label: 'Signature du responsable de la société' },
        { kind: 'stamp', label: 'Cachet de l’entreprise' },
      ],
    },
  ],
  footer: 'Caisse de Retraite Interprofessionnelle · Agence Virtuelle',
}

/** The same letter in Arabic, with an amount and Latin names among the words. */
export const arabicLetter: PrintedDocument = {
  lang: 'ar',
  fund: {
    name: 'الصندوق المهني للتقاعد',
    address: ['الوكالة الافتراضية', '100، شارع التجارب، 20000 الدار البيضاء'],
    email: 'agence.virtuelle@caisse.example',
  },
  title: 'إعادة تعيين كلمة سر الشخص المفوض',
  issuedAt,
  issuedOn: 'الدار البيضاء، 23 نونبر 2026',
  reference: {
    label: 'مرجع رسالتكم',
    code: 'RM-7K2M-9QWE-4',
    explanation: 'اذكروه في كل مراسلة مع الوكالة.',
  },
  sendTo: {
    heading: 'ترسل أو تودع لدى',
    lines: ['المسؤول عن الوكالة الافتراضية', '100، شارع التجارب', '20000 الدار البيضاء'],
  },
  blocks: [
    {
      kind: 'rows',
      heading: 'المقاولة والشخص المفوض',
      rows: [
        { label: 'رقم المنخرط', value: '0045871', ltr: true },
        { label: 'الاسم التجاري', value: 'Société Atlas Conserves (SARL)' },
        { label: 'الشخص المفوض', value: 'سلمى بناني' },
        { label: 'المبلغ', value: '1\u202f234\u202f567,89\u00a0درهم' },
        { label: 'الهاتف', value: '' },
      ],
    },
    {
      kind: 'steps',
      heading: 'ما العمل بهذه الرسالة',
      steps: [
        'اطبعوا هذه الرسالة.',
        'وقعوها واختموها.',
        'أرسلوها إلى \u2066agence.virtuelle@caisse.example\u2069 أو أودعوها لدى الوكالة.',
      ],
    },
    {
      kind: 'boxes',
      heading: 'التوقيع',
      boxes: [
        { kind: 'signature', label: 'توقيع المسؤول عن المقاولة' },
        { kind: 'stamp', label: 'خاتم المقاولة' },
      ],
    },
  ],
  footer: 'الصندوق المهني للتقاعد · الوكالة الافتراضية',
}
