import { path } from './path.ts'

/** «Compte Adhérent»: situation, statement, members, orders of transfer, attestations. */
export const employerAccount = {
  situation: path('/compte-adherent'),
  due: path('/compte-adherent/echeances/:category/:quarter'),
  statement: path('/compte-adherent/releve'),
  statementCsv: path('/compte-adherent/releve.csv'),
  statementXlsx: path('/compte-adherent/releve.xlsx'),
  statementPdf: path('/compte-adherent/releve.pdf'),
  entry: path('/compte-adherent/releve/:number'),
  entryLines: path('/compte-adherent/releve/:number/affilies'),
  members: path('/compte-adherent/affilies'),
  member: path('/compte-adherent/affilies/:id'),
  membersCsv: path('/compte-adherent/affilies.csv'),
  memberStatement: path('/compte-adherent/affilies/:id/releve'),
  memberCsv: path('/compte-adherent/affilies/:id/releve.csv'),
  transfers: path('/compte-adherent/virements'),
  transferOrder: path('/compte-adherent/virements/:id'),
  withdrawTransfer: path('/compte-adherent/virements/:id/retrait'),
  transferPdf: path('/compte-adherent/virements/:id/ordre.pdf'),
  attestations: path('/compte-adherent/attestations'),
  attestationPdf: path('/compte-adherent/attestations/:id/attestation.pdf'),
}
