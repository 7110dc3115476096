import { misunderstoodCheck } from './check-words.ts'
import type { Command } from './command.ts'

/** Every command, in the order `guichet --help` shows them. */
export const commands: Readonly<Record<string, Command>> = {
  demo: {
    summary: 'try the portal with invented companies (what `npm start` runs)',
    usage: '[--reset] [--employers NUMBER --members NUMBER]',
    details:
      'Makes a demonstration database the first time, prints the accounts to sign in with, and serves\nthe portal. Mail is kept and readable at /courriels unless SMTP_URL is given.\n\n  --reset       begin again with a new demonstration: what was done in this one is lost\n  --employers   make as many companies besides, with two quarters declared (7000 is a fund; minutes)\n  --members     how many people they employ together (430000)',
    options: {
      reset: { type: 'boolean' },
      employers: { type: 'string' },
      members: { type: 'string' },
    },
    run: async (given) => (await import('./demo.ts')).runDemo(given),
  },
  'demo bank': {
    summary: 'play the bank of a demonstration: its answers to the collections, as files',
    usage: '[options]',
    details:
      'Answers every collection that was handed over and still waits, with what a bank sends: pain.002 (what it\nrefuses), camt.054 (what moved) and camt.053 (the day’s statement, the same movements). Writes files only,\ninto the inbox of the portal unless told otherwise. Needs a demonstration, running or not.\n\n  --rejected SHARE   of the debits, from 0 to 100 (20)\n  --reason CODE      of every rejection, such as AM04 (those that banks give, by chance)\n  --accept REFS      orders that are settled whatever chance says, separated by commas\n  --reject REFS      orders that are rejected whatever chance says\n  --seed TEXT        the same seed answers the same orders in the same way (1)\n  --on DAY           on which the bank books it all, such as 2026-11-24 (today)\n  --to FOLDER        where the files go, for an agent to give them (the inbox of the portal)\n\nMoney by transfer, besides:\n  --transfer AMOUNT  in dirhams, such as 1200.00\n  --reference REF    that of the «ordre de virement» (none unless told)\n  --from RIB         the account that it comes from, 24 digits\n  --payer, --label   who sends it, and what they wrote',
    options: {
      rejected: { type: 'string' },
      reason: { type: 'string' },
      accept: { type: 'string' },
      reject: { type: 'string' },
      seed: { type: 'string' },
      on: { type: 'string' },
      to: { type: 'string' },
      transfer: { type: 'string' },
      reference: { type: 'string' },
      from: { type: 'string' },
      payer: { type: 'string' },
      label: { type: 'string' },
    },
    run: async (given) => (await import('./demo-bank.ts')).runDemoBank(given),
  },
  serve: {
    summary: 'run the portal for real: pages and jobs in one process',
    usage: '[--without-worker]',
    details:
      'Needs SMTP_URL and GUICHET_URL. Refuses a demonstration database.\n\n  --without-worker   pages only; run `guichet worker` beside it',
    options: { 'without-worker': { type: 'boolean' } },
    run: async (given) => (await import('./serve.ts')).runServe(given),
  },
  worker: {
    summary: 'run only the jobs: mail, letters, timetable',
    details: 'Several may run on one database. Needs the same settings as `serve`.',
    run: async (given) => (await import('./worker.ts')).runWorker(given),
  },
  migrate: {
    summary: 'bring the database to this version, then stop',
    details:
      '`serve`, `worker` and `demo` do it when they start; this is for doing it apart, before them.',
    run: async (given) => (await import('./migrate.ts')).runMigrate(given),
  },
  backup: {
    summary: 'save everything of an installation, running or not, in a new folder',
    usage: '<destination> [--keys <folder>]',
    details:
      'One snapshot of the database, the documents that it speaks of, and the key. Others go on working. The\nfolder has its name once it is whole; an earlier backup is never replaced.\n\n  --keys   keep the key in this folder instead, so that nobody reads identity numbers with the backup alone\n\nExit code 1 when it could not be made, or when documents were missing; those are named.',
    options: { keys: { type: 'string' } },
    run: async (given) => (await import('./backup.ts')).runBackup(given),
  },
  restore: {
    summary: 'make an installation of a backup, where there is none',
    usage: '<source> [--keys <folder>]',
    details:
      'Into the empty database of DATABASE_URL (or the embedded one of a new GUICHET_DATA), by the version of\nGuichet that made the backup. Everything is verified against what was saved; the tables come back all or\nnot at all. The trail of the fund says that it was done.\n\n  --keys   the folder that the key was kept apart in',
    options: { keys: { type: 'string' } },
    run: async (given) => (await import('./restore.ts')).runRestore(given),
  },
  'export-employer': {
    summary: 'write everything of one employer into one archive, to hand over',
    usage: '<number> <archive> --reason <text>',
    details:
      'Every table in CSV and JSON, the documents, the receipts and the trail, all of one instant, while others go\non working. No password, key or link is in it; salaries and identity numbers are. On the pages, two\nsupervisors agree on it; here the trail of the company says that it was done, and why.\n\n  --reason   who asked for it and why: the company reads it',
    options: { reason: { type: 'string' } },
    run: async (given) => (await import('./export-employer.ts')).runExportEmployer(given),
  },
  'verify-export': {
    summary: 'prove that nothing of an exported employer was changed',
    usage: '<folder> [--fingerprint <hex>]',
    details:
      'Of an archive of `export-employer` that was unpacked into this folder. Needs no database. Every file is\ncompared with the list SHA256SUMS, the trail with its chain, the documents with what the portal received.\nExit code 1 and the places when it does not hold.\n\n  --fingerprint   the one that the trail of the company shows for this archive: without it, one that was\n                  written again from end to end is not told apart',
    options: { fingerprint: { type: 'string' } },
    run: async (given) => (await import('./verify-export.ts')).runVerifyExport(given),
  },
  check: {
    summary: 'check what a contribution file says by itself, without a portal',
    usage:
      '<file> [--json] [--fix <file>] [--lang fr|ar] [--employer N] [--category C] [--period 2024T3]',
    details:
      'Says every finding with its line and column, then the totals: of the lines that are ready, and of those to\nconfirm. Needs no database and sends nothing. The same rules as the portal’s, on what the file alone can tell:\nits layout, every field, published rates, one quarter, nobody twice.\n\nOnly the portal knows, and checks when the file is sent: the rate of the category, the members of the company\n(unknown numbers, other names, who is missing), the salaries of the quarter before and the last declaration’s\ntotal, and the thresholds and ceiling that the fund has set. The report ends with what was not checked\n(«notChecked» with --json).\n\nReads 190 (or 160) characters a line, the template as CSV or XLSX, and the CNSS file (e-BDS).\n\n  --json       the same for a program\n  --fix        write the file with every safe correction to this place, another than its own, and report on what remains\n  --lang       fr (what it speaks unless told) or ar\n  --employer   the N° Adhérent whose file it should be, six digits\n  --category   the category it should declare, two digits\n  --period     the quarter it should declare, such as 2024T3\n\nExit code 0 when nothing blocks, 1 when something does, 2 when it cannot be read as a declaration.',
    options: {
      json: { type: 'boolean' },
      fix: { type: 'string' },
      lang: { type: 'string' },
      employer: { type: 'string' },
      category: { type: 'string' },
      period: { type: 'string' },
    },
    misunderstood: misunderstoodCheck,
    run: async (given) => (await import('./check.ts')).runCheck(given),
  },
  agent: {
    summary: 'open an agent’s account, confirm what a supervisor asked, reset a lost second factor',
    usage: '<list|create|confirm|reset-second-factor> [login] [options]',
    details:
      'For the operator of a fund with one supervisor, or none yet. Everything is written on the fund’s chain\nof the trail and mailed to every supervisor.\n\n  list                           who there is, with role and state\n  create LOGIN                   opens an account; the activation link goes to the e-mail\n  confirm LOGIN                  the second person for what a supervisor asked about this account\n  reset-second-factor LOGIN      for who lost telephone and recovery codes: another one is chosen at the\n                                 next sign-in\n\nFor create:\n  --first-name, --last-name, --email, --cin (the number of the identity card)\n  --role           agent (unless told) or supervisor\n  --lang           fr (unless told) or ar, for mail\n  --own-employer   a N° Adhérent that the agent may not decide on',
    options: {
      'first-name': { type: 'string' },
      'last-name': { type: 'string' },
      email: { type: 'string' },
      cin: { type: 'string' },
      role: { type: 'string' },
      lang: { type: 'string' },
      'own-employer': { type: 'string' },
    },
    run: async (given) => (await import('./agent.ts')).runAgent(given),
  },
  'verify-ledger': {
    summary: 'write every employer’s account again from its facts and prove that it is the same',
    details:
      'Computes every entry, balance and hash again, then compares the accounts with the declarations. Takes\neach account for a moment: payments and declarations of that employer wait. Exit code 1 and the places\nwhen it does not hold.',
    run: async (given) => (await import('./verify-ledger.ts')).runVerifyLedger(given),
  },
  'verify-confirmations': {
    summary: 'verify every confirmation of a payment order, and what passkeys signed',
    details:
      'Computes the digest of every kept wording again, looks for each confirmation in the trail, and verifies what\npasskeys signed with the keys that their owners added. Exit code 1 and the orders when one does not hold.\n`verify-audit` proves the trail itself.',
    run: async (given) => (await import('./verify-confirmations.ts')).runVerifyConfirmations(given),
  },
  import: {
    summary: 'bring in employers, categories, members, delegates or users from a CSV or Excel file',
    usage:
      '<employers|categories|members|delegates|users> <file> [--dry-run] [--json] [--lang fr|ar]',
    details:
      'Checks the file as the agents’ page does, says every finding with its line and column, then applies the\nlines that are not refused. A known row changes only in the fields that the file gives; an empty cell\nchanges nothing. The report stays with the import, under Importations. A file of delegates or users gives\npower: it is asked for here, and waits for a supervisor on the page.\n\n  --dry-run   check and say, apply nothing\n  --json      the same for a program\n  --lang      fr (what it speaks unless told) or ar\n\nExit code 0 when every line was taken, 1 when some were refused, 2 when the file cannot be read.',
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      lang: { type: 'string' },
    },
    run: async (given) => (await import('./import.ts')).runImport(given),
  },
  'verify-audit': {
    summary: 'read the audit trail again and prove that nobody changed it',
    details:
      'Computes every hash again, chain by chain. Exit code 1 and the places when it does not hold.',
    run: async (given) => (await import('./verify-audit.ts')).runVerifyAudit(given),
  },
}
