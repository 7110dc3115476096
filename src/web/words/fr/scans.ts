/** What may be wrong with a document that somebody sends, and what to do about it. */
export const scansRefusals = {
  'scans.infected':
    'Ce fichier contient un virus ({virus})\u00a0: nous ne l’avons pas gardé. Faites vérifier l’appareil qui l’a produit, numérisez de nouveau le document papier, puis envoyez-le.',
  'scans.waiting':
    'L’antivirus n’a pas encore examiné ce document. Réessayez dans quelques minutes.',
  'scans.not_kept':
    'Ce document contenait un virus\u00a0: il n’a pas été gardé. Il faut en demander ou en envoyer un autre.',
  'scans.empty': 'Le fichier choisi est vide. Choisissez-en un autre.',
  'scans.wrong_type':
    'Ce fichier n’est ni un PDF, ni une image JPEG ou PNG. Choisissez un fichier de l’un de ces types.',
  'scans.heic':
    'Cette photo est au format HEIC des iPhone. Enregistrez-la en JPEG, ou reprenez-la après avoir choisi «\u00a0Le plus compatible\u00a0» dans les réglages de l’appareil photo, puis envoyez-la.',
  'scans.damaged':
    'Ce fichier est incomplet ou abîmé. Ouvrez-le pour vérifier qu’il s’affiche en entier, ou numérisez de nouveau le document, puis envoyez-le.',
  'scans.too_many_pixels':
    'Cette image est trop grande ({width}\u00a0×\u00a0{height}\u00a0points). Numérisez la page à 300\u00a0points par pouce, ou photographiez-la, puis envoyez-la de nouveau.',
  'scans.two_in_one':
    'Ce fichier en cache un autre d’un autre type. Numérisez de nouveau le document papier, puis envoyez le fichier obtenu.',
  'scans.pdf_locked':
    'Ce PDF est protégé par un mot de passe ou un chiffrement. Enregistrez-le sans protection, ou numérisez le document papier, puis envoyez-le de nouveau.',
  'scans.pdf_attachments':
    'Ce PDF contient un autre fichier en pièce jointe. Retirez-la, ou numérisez le document papier, puis envoyez-le de nouveau.',
  'scans.pdf_active':
    'Ce PDF contient un programme ou un formulaire actif. Imprimez-le vers un nouveau PDF, ou numérisez le document papier, puis envoyez-le.',
  'scans.pdf_pages':
    'Ce PDF compte plus de {most}\u00a0pages. Gardez seulement les pages du document demandé, puis envoyez-le de nouveau.',
  'scans.pdf_unreadable':
    'Nous ne parvenons pas à lire l’intérieur de ce PDF. Imprimez-le vers un nouveau PDF, ou numérisez le document papier, puis envoyez-le.',
}
