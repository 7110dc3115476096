/** Words of «e-Liquidation@»: who nears retirement. */
export const liquidations = {
  band: 'e-Liquidation@',
  cells: { nearing: 'Départs à la retraite' },
  nearing: {
    title: 'Départs à la retraite',
    lead: 'Les personnes de votre entreprise dont la pension entière commence dans les 12 mois, et celles dont la date est passée. Vous êtes prévenus par e-mail 12, 6 et 4 mois avant.',
    search: 'Nom ou matricule',
    horizon: 'Départs',
    horizons: {
      year: 'Dans les 12 mois, et passés',
      two_years: 'Dans les 24 mois, et passés',
      all: 'Tout le personnel',
    },
    groups: {
      past: 'Date passée',
      months_4: 'Dans les 4 mois',
      months_6: 'Dans 4 à 6 mois',
      months_12: 'Dans 6 à 12 mois',
      months_24: 'Dans 12 à 24 mois',
      later: 'Plus tard',
    },
    notes: {
      past: 'La pension peut déjà être demandée',
      months_4: 'Déposez la demande maintenant',
      months_6: 'Réunissez les pièces',
      months_12: 'Vérifiez la carrière',
      months_24: 'Estimez la pension',
      later: 'Estimez un départ anticipé',
    },
    pensionOn: 'Pension entière le',
    atAge: (age: number) => `à ${age} ans`,
    none: 'Personne n’approche de la retraite',
    noneFound: 'Personne ne correspond à cette recherche',
    nobodySoon:
      'Aucune pension entière ne commence dans cette période. Pour un départ anticipé ou une date plus lointaine, cherchez dans tout le personnel.',
    nobodyFound: 'Vérifiez le nom ou le matricule. Les personnes parties n’apparaissent pas ici.',
    nobodyDeclared:
      'Les personnes apparaissent ici dès qu’une télédéclaration de votre entreprise les nomme.',
    everybody: 'Chercher dans tout le personnel',
  },
}
