import type { CheckWords, Said } from './check-words.ts'

/** What the engine says in French: what is wrong, then what to do. */
export const wordsFr: CheckWords = {
  fields: {
    recordCode: 'code enregistrement',
    employerNumber: 'N° Adhérent',
    category: 'catégorie',
    memberNumber: 'matricule CIMR',
    employeeRate: 'taux salarial',
    fullName: 'nom et prénom',
    lastName: 'nom',
    firstName: 'prénom',
    staffNumber: 'N° intérieur',
    sex: 'sexe',
    nationality: 'nationalité',
    joinedOn: 'date d’affiliation',
    bornOn: 'date de naissance',
    maritalStatus: 'situation de famille',
    children: 'nombre d’enfants',
    salary: 'salaire',
    leftOn: 'date de sortie',
    identityNumber: 'N° CNIE',
    cnssNumber: 'N° CNSS',
    mobile: 'GSM',
    email: 'e-mail',
    quarter: 'trimestre',
    year: 'année',
    recordType: 'type d’enregistrement',
    transferId: 'identifiant du transfert',
    transferCategory: 'catégorie du transfert',
    affiliate: 'N° d’affilié CNSS',
    period: 'période',
    companyName: 'raison sociale',
    activity: 'activité',
    address: 'adresse',
    city: 'ville',
    postalCode: 'code postal',
    agency: 'agence',
    issuedOn: 'date d’émission',
    dueOn: 'date d’exigibilité',
    insuredNumber: 'N° d’assuré CNSS',
    familyDue: 'allocations à payer',
    familyDeducted: 'allocations à déduire',
    familyNet: 'allocations nettes',
    familyPaidBack: 'allocations à reverser',
    days: 'jours déclarés',
    cappedSalary: 'salaire plafonné',
    situation: 'situation',
    controlSum: 'somme de contrôle',
    members: 'nombre de salariés',
    filler: 'zone libre',
  },
  severities: {
    blocking: 'Bloquant',
    to_confirm: 'À confirmer',
    information: 'Pour information',
  },
  onLine: (line, field, cell) => {
    if (field === null) return `Ligne ${line} : `
    return cell ? `Ligne ${line}, ${field} (${cell}) : ` : `Ligne ${line}, ${field} : `
  },
  quote: (text) => `«${text}»`,
  advice: {
    file_empty: () =>
      'Le fichier ne contient aucune ligne. Vérifiez que vous envoyez le bon fichier.',
    file_not_text: ({ value }) =>
      `Ce fichier n’est pas un fichier texte (${value}). Exportez la déclaration depuis votre logiciel de paie, en texte (190 ou 160 caractères par ligne), ou remplissez le modèle CSV ou Excel de la page du trimestre.`,
    encoding_utf16: () =>
      'Le fichier est enregistré en UTF-16 («Unicode»). Enregistrez-le en UTF-8 ou en ANSI (Windows-1252) : dans Excel, en «CSV UTF-8» ou en classeur (.xlsx). Puis renvoyez-le.',
    nul_bytes: ({ text }) =>
      `le fichier contient des octets nuls (${text('count')}). Il est endommagé : exportez-le de nouveau depuis votre logiciel de paie.`,
    layout_unknown: ({ text }) =>
      `Ce fichier ne suit pas la structure attendue : ses lignes doivent compter ${text('expected')} caractères, la première en compte ${text('length')}. Vérifiez le format d’export de votre logiciel de paie, ou remplissez le modèle CSV ou Excel de la page du trimestre.`,
    file_of_other_employer: ({ value, text }) =>
      `Ce fichier porte le N° Adhérent ${value}, alors que vous déclarez ici pour le ${text('expected')}. Choisissez le fichier du ${text('expected')} ; si c’est bien celui-ci, corrigez le numéro dans votre logiciel de paie.`,
    file_of_other_period: (said) =>
      `Ce fichier est ${periodWords(said)}, alors que vous déclarez ici ${periodHere(said)}. Envoyez-le pour sa période, ou choisissez le bon fichier.`,
    too_many_lines: ({ text }) =>
      `le fichier dépasse ${text('limit')} lignes ; la suite n’a pas été lue. Partagez-le en plusieurs fichiers.`,
    encoding_windows_1252: () =>
      'le fichier n’est pas en UTF-8 ; il a été lu en Windows-1252. Vérifiez que les accents sont justes.',
    line_ends_mixed: ({ text }) =>
      `Les fins de ligne sont de deux sortes (${text('crlf')} CRLF, ${text('lf')} LF). Elles ont toutes été comprises ; il n’y a rien à faire.`,
    blank_line: () => 'la ligne est vide. Elle n’est pas comptée ; vous pouvez la supprimer.',
    findings_cut: ({ text }) =>
      `Seuls les ${text('limit')} premiers constats sont montrés, ${text('left')} autres ne le sont pas. Corrigez d’abord ceux-ci, puis renvoyez le fichier.`,

    line_too_short: ({ text }) =>
      `la ligne compte ${plural(Number(text('length')), 'caractère', 'caractères')} au lieu de ${text('expected')}. Complétez le champ trop court par des espaces (texte) ou des zéros à gauche (nombres).`,
    line_too_long: ({ text }) =>
      `la ligne compte ${plural(Number(text('length')), 'caractère', 'caractères')} au lieu de ${text('expected')}. Retirez ce qui dépasse de l’un des champs.`,
    line_trailing_blanks: ({ text }) =>
      `la ligne se termine par des espaces en trop (${text('length')} caractères au lieu de ${text('expected')}). Ils sont ignorés ; il n’y a rien à faire.`,
    line_quoted: () =>
      'la ligne est entourée de guillemets, ajoutés par un tableur. Retirez les guillemets au début et à la fin.',
    line_counted_in_bytes: ({ text }) =>
      `les accents ont décalé la ligne (${text('length')} caractères au lieu de ${text('expected')}) : votre logiciel compte des octets. Appliquez la correction proposée, qui rend à chaque champ sa longueur.`,
    cnss_one_short: ({ value, text }) =>
      `${value} n’a que 9 caractères au lieu de 10, et la ligne n’en compte que ${text('length')}. Ajoutez un espace après le numéro.`,

    spreadsheet_protected: () =>
      'Le fichier est protégé par un mot de passe. Retirez le mot de passe, puis renvoyez-le.',
    spreadsheet_macros: () =>
      'Le fichier contient des macros. Enregistrez-le au format «Classeur Excel (.xlsx)», puis renvoyez-le.',
    spreadsheet_links: () =>
      'Le fichier dépend d’un autre fichier ou de données externes. Collez les valeurs dans le modèle («Collage spécial», «Valeurs»), puis renvoyez-le.',
    spreadsheet_other_format: () =>
      'Ce format de tableur n’est pas lu (.xls, .xlsb, .ods). Enregistrez le fichier au format «Classeur Excel (.xlsx)», puis renvoyez-le.',
    spreadsheet_too_large: () =>
      'Le fichier est trop grand une fois ouvert. Gardez la seule feuille de la déclaration, ou partagez-la en plusieurs fichiers.',
    spreadsheet_damaged: () =>
      'Le fichier est endommagé, ou n’est pas un classeur Excel. Ouvrez-le dans Excel, enregistrez-le de nouveau, puis renvoyez-le.',
    header_missing: () =>
      'Ce tableau n’a pas la ligne de titres du modèle. Téléchargez le modèle, et gardez sa première ligne.',
    columns_missing: ({ text }) =>
      `Il manque des colonnes au tableau : ${text('columns')}. ${
        text('unknown') === ''
          ? 'Ajoutez-les, avec ces titres.'
          : `Ces titres n’ont pas été reconnus : ${text('unknown')}. Si l’un d’eux dit la même chose, donnez-lui le titre attendu ; sinon, ajoutez la colonne.`
      }`,
    column_twice: ({ text }) =>
      `Deux colonnes ont le même titre : «${text('column')}». Gardez-en une seule.`,
    column_unknown: ({ value, text }) =>
      `La colonne ${text('letters')}, ${value}, n’est pas dans le modèle. Elle n’est pas lue ; il n’y a rien à faire.`,
    rows_above_header: ({ text }) =>
      `${plural(Number(text('count')), 'ligne précède', 'lignes précèdent')} les titres des colonnes. Ce qui les précède n’est pas lu ; il n’y a rien à faire.`,
    row_too_long: ({ text }) =>
      `la ligne compte ${text('count')} cellules au lieu de ${text('expected')}. Une virgule ou un point-virgule a peut-être coupé une cellule en deux : mettez son contenu entre guillemets.`,
    total_row: ({ hasValue, value }) =>
      `${hasValue ? `${value} : c’est` : 'c’est'} une ligne de total, et non une personne. Retirez-la : le total se calcule de lui-même.`,
    quote_unclosed: () =>
      'un guillemet est ouvert et n’est pas refermé. Refermez-le, ou retirez-le.',
    quote_stray: ({ value }) =>
      `${value} contient un guillemet mal placé. Retirez-le, ou doublez-le.`,
    cell_formula: ({ value }) =>
      `la cellule contient une formule, ${value}. Remplacez-la par sa valeur («Copier», «Collage spécial», «Valeurs»).`,
    cell_error: ({ value }) =>
      `${value} est une erreur de calcul du tableur. Écrivez la valeur à sa place.`,
    field_too_long: ({ value, text }) =>
      `${value} est trop long : ce champ a ${text('longest')} caractères. Raccourcissez-le.`,

    control_character: ({ text }) =>
      `ce champ contient un caractère de contrôle invisible (${text('character')}), par exemple une tabulation. Retapez le champ.`,
    invisible_character: ({ value, text }) =>
      `${value} contient un caractère invisible (${text('character')}), souvent venu d’un copier-coller. Retirez-le ou appliquez la correction.`,
    character_not_allowed: ({ value, text }) =>
      `${value} contient le caractère «${text('character')}», qui n’est pas admis. Écrivez en lettres A à Z, chiffres et espaces.`,
    text_garbled: ({ value }) =>
      `${value} contient des accents abîmés par un changement d’encodage. Retapez le nom, sans accents.`,
    not_left_aligned: ({ value }) =>
      `${value} est précédé d’espaces. Il a été lu sans eux ; il n’y a rien à faire.`,
    letter_lower_case: ({ value, correction }) =>
      `${value} est en minuscule ; il a été lu ${correction}. Il n’y a rien à faire.`,

    field_missing: () => 'ce champ est vide. Complétez-le.',
    not_digits: ({ value, text }) =>
      `${value} contient «${text('character')}», alors que seuls des chiffres sont attendus. Corrigez le nombre.`,
    letter_in_number: ({ value, text }) =>
      `${value} contient une lettre ${text('letter')}. Remplacez-la par un ${text('digit') === '0' ? 'zéro' : '1'}.`,
    other_digits: ({ value, correction }) =>
      `${value} est écrit avec des chiffres arabes orientaux ou pleine chasse. Écrivez ${correction}.`,
    number_abbreviated: ({ value, text }) =>
      `${value} a été abrégé par le tableur, et des chiffres sont perdus. Mettez la colonne au format «Texte», puis écrivez de nouveau ${text('digits') ? `les ${text('digits')} chiffres` : 'tous les chiffres'}.`,
    number_padded_with_spaces: ({ value, correction }) =>
      `${value} est complété par des espaces. Complétez-le par des zéros à gauche : ${correction}.`,

    record_code_unknown: ({ value }) =>
      `${value} n’est pas un code connu. Écrivez 2 pour un salarié présent, 7 pour un salarié sorti.`,
    employer_number_other: ({ value, text }) =>
      `${value} n’est pas le numéro de l’entreprise en cours (${text('expected')}). Vérifiez le fichier, ou changez d’entreprise.`,
    employers_several: ({ text }) =>
      `Ce fichier porte les lignes de plusieurs entreprises : ${text('numbers')}. Un cabinet l’envoie tel quel depuis «Envoyer un fichier de plusieurs entreprises» ; sinon, faites un fichier par entreprise.`,
    category_blank: ({ hasCorrection, correction }) =>
      !hasCorrection
        ? 'la catégorie est vide. Indiquez ses deux chiffres.'
        : `la catégorie est vide. Votre seule catégorie active est ${correction} : indiquez-la.`,
    category_not_active: ({ value, text }) =>
      `la ligne est de la catégorie ${value}, alors que vous déclarez ici la catégorie ${text('active')}. Corrigez-la, ou envoyez la ligne avec celles de sa catégorie.`,
    quarter_not_a_quarter: ({ value }) =>
      `${value} n’est pas possible. Le trimestre va de 1 à 4, l’année s’écrit sur quatre chiffres.`,
    quarter_not_open: ({ quarter }) =>
      `la ligne est du ${quarter('value')}, alors que vous déclarez le ${quarter('open')}. Corrigez la ligne, ou envoyez le fichier du bon trimestre.`,
    quarter_mixed: ({ quarter }) =>
      `la ligne est du ${quarter('value')}, alors que le fichier commence par le ${quarter('first')}. Faites un fichier par trimestre.`,

    member_number_padded_right: ({ value, correction }) =>
      `${value} semble complété par des zéros à droite. Le matricule est-il ${correction} ?`,
    member_number_replaced: ({ value, correction }) =>
      `${value} était un matricule provisoire. L’Agence Virtuelle a confirmé ${correction} : c’est lui qui est retenu. Reportez-le dans votre logiciel de paie.`,
    newcomer_numbered: ({ correction }) =>
      `cette personne, déclarée sans matricule, a déjà reçu ${correction} : sa ligne est retenue sous ce numéro. Reportez-le dans votre logiciel de paie.`,
    newcomer_may_be_known: ({ correction }) =>
      `ce nouvel affilié a le nom et la date de naissance du matricule ${correction}, connu dans votre entreprise. Si c’est la même personne, écrivez ce matricule ; sinon, confirmez.`,
    newcomer_may_be_twice: ({ value, text }) =>
      `${value} a le nom et la date de naissance du nouvel affilié de la ligne ${text('firstLine')}. Si c’est la même personne, gardez une seule ligne, avec le salaire total ; sinon, confirmez.`,
    member_under_two_numbers: ({ hasValue, value, text }) => {
      const [here, there] = [hasValue ? value : 'ce nouvel affilié', text('number')]
      const earlier = there === '' ? 'le nouvel affilié' : `le matricule ${there}`
      return `${here} a le même numéro d’identité que ${earlier} de la ligne ${text('firstLine')}. Si c’est la même personne, gardez une seule ligne, sous le bon matricule, avec le salaire total ; sinon, corrigez le numéro d’identité, ou confirmez.`
    },
    member_duplicate: ({ value, text }) =>
      `${value} figure déjà à la ligne ${text('firstLine')} (catégorie ${text('category')}). Gardez une seule ligne, avec le salaire total.`,
    member_unknown: ({ value }) =>
      `${value} n’est pas un de vos affiliés de cette catégorie ce trimestre. Confirmez s’il arrive d’un autre employeur ou d’une autre catégorie, ou s’il revient ; sinon corrigez le matricule.`,
    member_name_differs: ({ value, text }) =>
      `${value} est déclaré sous le matricule de «${text('known')}». Vérifiez le matricule, ou confirmez le changement de nom.`,
    member_missing: ({ value, text }) =>
      `Le matricule ${value} (${text('name')}) est connu dans cette catégorie et n’est pas dans le fichier. Est-il sorti ? Déclarez sa sortie avec le code 7, ou dites pourquoi il manque.`,
    new_member: () =>
      'nouvel affilié, sans matricule. Un numéro provisoire lui sera donné ; il n’y a rien à faire.',
    new_member_without_identity: () =>
      'nouvel affilié étranger, sans pièce d’identité. Confirmez, ou indiquez son titre de séjour ou son passeport.',
    identity_required: () =>
      'un nouvel affilié sans matricule doit avoir un N° CNIE. Indiquez-le, ou écrivez son matricule CIMR.',
    identity_repeated: ({ value, text }) =>
      `${value} est déjà celui du nouvel affilié de la ligne ${text('firstLine')}. Gardez une seule ligne, ou corrigez le numéro.`,
    identity_rewritten: ({ value, correction }) =>
      `${value} a été lu ${correction}, en majuscules et sans séparateur. Il n’y a rien à faire.`,
    identity_unusual: ({ value }) =>
      `${value} n’a pas la forme habituelle : une ou deux lettres, puis cinq ou six chiffres. Vérifiez-le, puis confirmez ou corrigez.`,
    identity_padded_with_zeros: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} semble complété par des zéros à droite. Vérifiez-le, et complétez par des espaces.`
        : `${value} semble complété par des zéros à droite. Le numéro est-il ${correction} ?`,

    rate_not_published: ({ value, inTable }) =>
      inTable
        ? `${value} n’est pas un taux proposé. Le taux s’écrit en pour cent : 6,00.`
        : `${value} n’est pas un taux proposé. Le taux s’écrit en centièmes sur quatre chiffres : 0600 pour 6,00 %.`,
    rate_lost_zero: ({ value, correction, text }) =>
      `${value} a perdu ou déplacé un zéro. Pour ${text('rate')} %, écrivez ${correction}.`,
    rate_not_of_category: ({ value, correction, text }) =>
      `${value} n’est pas le taux de la catégorie ${text('category')}, qui est de ${text('rate')} %. Écrivez ${correction}.`,

    name_missing: () => 'ce champ est vide. Indiquez le nom et le prénom.',
    name_rewritten: ({ value, correction }) =>
      `${value} sera enregistré ${correction}, en majuscules sans accents. Il n’y a rien à faire.`,
    name_padded_with_zeros: ({ value, correction, inTable }) =>
      inTable
        ? `${value} est complété par des zéros. Retirez-les : ${correction}.`
        : `${value} est complété par des zéros. Complétez par des espaces : ${correction}.`,
    name_has_digits: ({ value }) =>
      `${value} contient un chiffre. Corrigez le nom, ou confirmez qu’il s’écrit ainsi.`,
    name_split: ({ value, text }) =>
      `${value} a été lu ainsi : nom «${text('lastName')}», prénom «${text('firstName')}». Confirmez, ou écrivez-les dans deux champs.`,
    name_not_split: ({ value }) => `${value} n’est qu’un mot. Indiquez le nom et le prénom.`,
    name_not_latin: ({ value }) =>
      `${value} est en lettres arabes. Écrivez le nom en lettres latines, comme sur la CNIE.`,
    staff_number_unusual: ({ value }) =>
      `${value} contient autre chose que des lettres A à Z et des chiffres. Il est gardé tel quel.`,
    sex_unknown: ({ value }) => `${value} n’est pas admis. Écrivez M (masculin) ou F (féminin).`,
    nationality_unknown: ({ value }) =>
      `${value} n’est pas admis. Écrivez M (marocaine) ou A (autre).`,
    marital_status_unknown: ({ value, hasValue }) =>
      `${hasValue ? `${value} n’est pas admis.` : 'ce champ est vide.'} Écrivez C (célibataire), M (marié), D (divorcé) ou V (veuf), ou confirmez que vous ne savez pas.`,
    children_unknown: ({ value, hasValue }) =>
      `${hasValue ? `${value} n’est pas un chiffre.` : 'ce champ est vide.'} Écrivez de 0 à 9 (9 pour neuf ou plus), ou confirmez que vous ne savez pas.`,
    cnss_missing: () =>
      'aucun numéro n’est indiqué ; il est compris comme «pas de numéro». L’usage est d’écrire 9999999999.',
    cnss_malformed: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} n’a pas la forme attendue : neuf chiffres commençant par 1. Corrigez-le ou confirmez-le.`
        : `${value} n’a pas la forme attendue. Le numéro est-il ${correction} ?`,
    cnss_check_digit: ({ value }) =>
      `la clé de ${value} ne correspond pas : un chiffre est peut-être faux. Vérifiez le numéro, puis confirmez ou corrigez.`,
    mobile_malformed: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} n’est pas un numéro de téléphone complet ; il n’est pas gardé. Écrivez 00212 puis neuf chiffres.`
        : `${value} a été lu ${correction}. Il n’y a rien à faire.`,
    email_malformed: ({ value }) =>
      `${value} n’est pas une adresse e-mail ; elle n’est pas gardée. Corrigez-la si vous la connaissez.`,
    email_too_long: ({ value }) =>
      `${value} dépasse 35 caractères. L’adresse n’est pas gardée ; il n’y a rien à faire.`,

    date_missing: ({ inTable }) => `la date manque. Indiquez-la sous la forme ${dayForm(inTable)}.`,
    date_impossible: ({ value, inTable }) =>
      `${value} n’est pas une date. Écrivez jour, mois, année sous la forme ${dayForm(inTable)}.`,
    date_iso_order: ({ value, correction }) =>
      `${value} est écrit année, mois, jour. Écrivez jour, mois, année : ${correction}.`,
    date_short_year: ({ value, correction }) =>
      `${value} n’a que deux chiffres pour l’année. Écrivez-en quatre : ${correction}.`,
    date_serial: ({ value, correction }) =>
      `${value} est un numéro de jour de tableur, qui correspond au ${correction}. Écrivez la date ainsi : ${correction}.`,
    birth_day_unknown: ({ value, correction }) =>
      `${value} ne donne pas le jour ou le mois. La date retenue est le 1er juillet (${correction}) ; confirmez ou corrigez.`,
    joined_before_birth: ({ date }) =>
      `la date d’affiliation n’est pas après la naissance (${date('bornOn')}). Corrigez l’une des deux dates.`,
    joined_after_quarter: ({ quarter }) =>
      `la date d’affiliation est après la fin du ${quarter('quarter')}. Corrigez-la, ou déclarez ce salarié plus tard.`,
    joined_under_18: ({ text }) =>
      `l’affilié aurait eu ${text('age')} ans à son affiliation. Vérifiez les deux dates, puis confirmez ou corrigez.`,
    exit_date_without_leaving: ({ value }) =>
      `${value} est une date de sortie, alors que le code 2 dit que le salarié est présent. Mettez le code 7, ou retirez la date.`,
    exit_date_missing: () =>
      'le code 7 annonce une sortie, mais la date manque. Indiquez-la, ou mettez le code 2.',
    exit_after_quarter: ({ quarter }) =>
      `la date de sortie est après la fin du ${quarter('quarter')}. Corrigez-la, ou déclarez la sortie au trimestre où elle a lieu.`,
    exit_before_joining: ({ date }) =>
      `la date de sortie est avant l’affiliation (${date('joinedOn')}). Corrigez l’une des deux dates.`,

    salary_missing: ({ inTable }) =>
      inTable
        ? 'le salaire du trimestre manque. Indiquez-le en dirhams, ou 0 s’il n’y en a pas.'
        : 'le salaire du trimestre manque. Dans le fichier, il s’écrit en centimes sur dix chiffres, des zéros s’il n’y en a pas.',
    salary_negative: ({ value }) =>
      `${value} est négatif. Un salaire déclaré ne peut pas l’être : pour corriger un trimestre passé, faites une déclaration rectificative.`,
    salary_decimal_point: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} contient une virgule ou un point. Dans le fichier, un montant s’écrit en centimes, sur dix chiffres.`
        : `${value} contient une virgule ou un point. Dans le fichier, un montant s’écrit en centimes : ${correction}.`,
    salary_decimals: ({ value }) =>
      `${value} a plus de deux décimales, ou un point de milliers. Écrivez le montant en dirhams, avec deux décimales : 36000,25.`,
    salary_zero: () =>
      'le salaire du trimestre est de zéro. Confirmez-le (congé sans solde, par exemple), ou indiquez le salaire.',
    salary_lost_zeros: ({ amount, correction }) =>
      `${amount('amount')}, contre ${amount('last')} au trimestre précédent : des zéros semblent perdus. Le salaire est-il ${amount('restored')} (${correction}) ?`,
    salary_left_aligned: ({ amount, value }) =>
      `${value} est suivi d’espaces au lieu d’être précédé de zéros : il est lu ${amount('amount')}, et des zéros sont peut-être perdus à la fin. Confirmez ou corrigez.`,
    salary_unusually_low: ({ amount }) =>
      `${amount('amount')} pour un trimestre, c’est peu : des zéros sont peut-être perdus. Confirmez ou corrigez.`,
    salary_unusually_high: ({ amount }) =>
      `${amount('amount')} pour un trimestre, c’est beaucoup, et rien n’est connu d’avant : un chiffre est peut-être en trop. Confirmez ou corrigez.`,
    salary_variation: ({ amount, text }) =>
      `${amount('amount')}, contre ${amount('last')} au trimestre précédent (${signed(text('percent'))} %). Confirmez ou corrigez.`,
    total_variation: ({ amount, quarter, text }) =>
      `Les salaires font en tout ${amount('amount')} pour ${plural(Number(text('members')), 'affilié', 'affiliés')}, contre ${amount('last')} pour ${plural(Number(text('lastMembers')), 'affilié', 'affiliés')} au ${quarter('lastQuarter')} (${signed(text('percent'))} %). Dites pourquoi, ou corrigez.`,
    tranche_one_over_ceiling: ({ amount, text }) =>
      `la première tranche (ligne ${text('trancheLine')}) est de ${amount('amount')} et dépasse son plafond de ${amount('ceiling')}. Reportez le surplus sur la ligne de la seconde tranche.`,

    layout_of_the_cnss: () =>
      'Ce fichier est une déclaration de la CNSS (e-BDS). Envoyez la déclaration de retraite du trimestre.',
    bds_record_unknown: ({ value, text }) =>
      `${value} n’est pas un type d’enregistrement de ce fichier. Les types admis : ${text('order')}.`,
    bds_record_out_of_order: ({ value, text }) =>
      `${value} n’est pas à sa place. Les enregistrements se suivent ainsi : ${text('order')}.`,
    bds_record_missing: ({ value }) =>
      `Le fichier n’a pas d’enregistrement ${value}. Exportez-le de nouveau, en entier.`,
    bds_blanks_missing: ({ text }) =>
      `il manque des espaces à la fin de la ligne (${text('length')} caractères au lieu de ${text('expected')}). Appliquez la correction proposée.`,
    bds_transfer_missing: () =>
      'l’identifiant du transfert manque. Recopiez celui du fichier reçu de la CNSS.',
    bds_affiliate_key: ({ value }) =>
      `la clé de ${value} ne correspond pas : un chiffre est peut-être faux. Vérifiez le numéro, puis confirmez ou corrigez.`,
    bds_affiliate_mixed: ({ value, text }) =>
      `${value} n’est pas le numéro du début du fichier (${text('first')}). Faites un fichier par affilié.`,
    bds_period_wrong: ({ hasCorrection, value, correction }) =>
      hasCorrection
        ? `${value} est écrit mois puis année. Écrivez année puis mois : ${correction}.`
        : `${value} n’est pas un mois. Écrivez l’année sur quatre chiffres, puis le mois : 202409.`,
    bds_period_mixed: ({ value, text }) =>
      `${value} n’est pas la période du début du fichier (${text('first')}). Faites un fichier par mois.`,
    bds_insured_twice: ({ value, text }) =>
      `${value} figure déjà à la ligne ${text('firstLine')}. Gardez une seule ligne.`,
    bds_too_many_days: ({ value }) => `${value} dépasse 26 jours par mois. Corrigez le nombre.`,
    bds_capped_over_salary: ({ amount }) =>
      `${amount('amount')} dépasse le salaire réel, qui est de ${amount('salary')}. Corrigez l’un des deux.`,
    bds_capped_over_ceiling: ({ amount }) =>
      `${amount('amount')} dépasse le plafond de 6\u202f000,00\u00a0DH. Écrivez le plafond.`,
    bds_low_salary: ({ amount, text }) =>
      `${amount('salary')} pour ${text('days')} jours, c’est moins que le salaire minimum. Confirmez ou corrigez.`,
    bds_situation_unknown: ({ value, text }) =>
      `${value} n’est pas une situation connue. Laissez vide, ou écrivez l’un de ces codes : ${text('known')}.`,
    bds_situation_missing: () =>
      'il n’y a ni situation, ni jours et salaire. Indiquez la situation, ou les jours et le salaire.',
    bds_unpaid_with_salary: ({ value }) =>
      `${value} annonce un mois sans salaire. Mettez les jours et les salaires à zéro, ou changez la situation.`,
    bds_family_over_net: ({ value, amount }) =>
      `${value} dépasse les allocations nettes, qui sont de ${amount('net')}. Corrigez le montant.`,
    bds_family_not_whole: ({ text, amount }) =>
      `avec la situation ${text('situation')}, les allocations sont reversées en entier : ${amount('net')}. Corrigez le montant.`,
    bds_control_sum: ({ value, text }) =>
      `${value} n’est pas la somme de la ligne, qui est ${text('expected')}. Recalculez-la, ou corrigez le chiffre qui a changé.`,
    bds_total_differs: ({ value, text }) =>
      `${value} n’est pas le total des lignes, qui est ${text('expected')}. Recalculez le total, ou cherchez la ligne qui manque.`,
  },
  report: {
    unreadable: 'Ce fichier n’a pas pu être lu comme une déclaration.',
    readAs: (lines, encoding, lineEnd) =>
      `${plural(lines, 'ligne lue', 'lignes lues')} (${encoding}, fins de ligne ${lineEnd}).`,
    readInWorkbook: (lines) => `${plural(lines, 'ligne lue', 'lignes lues')} (classeur Excel).`,
    verdict: ({ lines, ready, toConfirm, toCorrect }) => {
      const left = [
        ...(toCorrect > 0 ? [`${toCorrect} à corriger`] : []),
        ...(toConfirm > 0 ? [`${toConfirm} à confirmer`] : []),
      ].join(', ')
      const said =
        ready === 0
          ? 'Aucune ligne n’est encore prête'
          : `${plural(ready, 'ligne', 'lignes')} sur ${lines} ${ready < 2 ? 'est prête' : 'sont prêtes'}`
      return left === '' ? `${said}.` : `${said}\u00a0: ${left}.`
    },
    nothingFound: 'Rien à signaler.',
    correction: (text) => `Correction proposée : ${text}`,
    fixed: (applied, left, blocking) =>
      `${plural(applied, 'correction appliquée', 'corrections appliquées')}. Il reste ${plural(left, 'constat', 'constats')}, dont ${plural(blocking, 'bloquant', 'bloquants')}.`,
    more: (count) => `… et ${plural(count, 'autre ligne', 'autres lignes')} avec le même constat.`,
    totalsTitle: 'Totaux des lignes prêtes',
    totalsToConfirm: 'Totaux des lignes à confirmer',
    totalsTogether: 'Ensemble, prêtes et à confirmer',
    notCheckedTitle: 'Ce contrôle n’a pas tout vu. Reste à contrôler :',
    notChecked: {
      employer_number:
        'le N° Adhérent : il n’a pas été comparé au vôtre. Le portail le fait, et la commande aussi si vous l’indiquez (--employer).',
      category:
        'la catégorie : elle n’a pas été comparée à celle que vous déclarez. Le portail le fait, et la commande aussi si vous l’indiquez (--category).',
      period:
        'le trimestre : il n’a pas été comparé à celui que vous déclarez. Le portail le fait, et la commande aussi si vous l’indiquez (--period).',
      category_rate:
        'le taux de votre catégorie : seul le portail le connaît. Ici, tout taux publié est accepté.',
      known_members:
        'les affiliés de votre entreprise : seul le portail dit un matricule inconnu, un nom qui diffère, un affilié absent du fichier.',
      last_declaration:
        'votre dernière déclaration : seul le portail compare chaque salaire au trimestre précédent, et le total à la dernière déclaration envoyée.',
      fund_settings:
        'les seuils et le plafond fixés par la caisse : le portail prend ceux du jour, ce contrôle ses valeurs habituelles.',
    },
    category: (category, members) => `Catégorie ${category}, ${plural(members, 'ligne', 'lignes')}`,
    allCategories: (members) => `Ensemble, ${plural(members, 'ligne', 'lignes')}`,
    salary: 'salaires',
    employee: 'part salariale',
    employer: 'part patronale',
    total: 'total',
  },
}

/** «du 2e trimestre 2026, catégorie 01», «de la catégorie 01». */
function periodWords({ text, quarter }: Said): string {
  const category = text('category')
  if (text('quarter') === '') return `de la catégorie ${category}`
  return `du ${quarter('quarter')}${category === '' ? '' : `, catégorie ${category}`}`
}

/** The same of the page, or of what was asked: «le 3e trimestre 2026», «la catégorie 02». */
function periodHere({ text, quarter }: Said): string {
  const category = text('category') === '' ? '' : text('ownCategory')
  if (text('quarter') === '') return `la catégorie ${category}`
  return `le ${quarter('open')}${category === '' ? '' : `, catégorie ${category}`}`
}

function dayForm(inTable: boolean): string {
  return inTable ? 'JJ/MM/AAAA' : 'JJMMAAAA'
}

function signed(percent: string): string {
  const written = percent.replace('.', ',')
  return written.startsWith('-') ? `\u2212${written.slice(1)}` : `+${written}`
}

/** French counts zero and one in the singular. */
function plural(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`
}
