import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Address, SettingReader } from './config-values.ts'
import { parseRib, type Rib } from './employers/rib.ts'
import { parseS3Address, type S3Address } from './platform/files/s3/address.ts'
import { parseScannerAddress, type ScannerAddress } from './platform/files/scanner/scanner.ts'
import { findProjectRoot } from './platform/project-root.ts'
import type { FundIdentity } from './web/visit.ts'

/** A demonstration shows everything with invented companies; the real thing has a mail server and an address. */
export type Mode = 'demonstration' | 'real'

/** Everything the program is told from outside, decided once at start. */
export interface Config {
  readonly demonstration: boolean
  readonly version: string
  readonly host: string
  readonly port: number
  /** The only base of links: an origin, without a final slash. */
  readonly url: string
  readonly dataFolder: string
  readonly database: DatabaseSettings
  /** Where documents are kept; without it, in the data folder. */
  readonly fileStore: S3Address | null
  /** Looks for viruses in documents that people send; without it nobody does. */
  readonly scanner: ScannerAddress | null
  /** Without it, which only a demonstration may be, mail is kept in the data folder. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly fund: FundIdentity
  /** The fund's own account, which collections are paid to; without it none is made. */
  readonly creditorRib: Rib | null
  /** The layout that the fund's bank takes its collections in. */
  readonly collectionFormat: CollectionFormat
  /** Where the files of the bank arrive; without it, agents give them on their page. */
  readonly bankInbox: string | null
  readonly secretQuestions: boolean
  /** Reverse proxies in front: they alone are believed about where a request comes from. */
  readonly proxies: readonly string[]
  readonly logLevel: LogLevel
  /** Where measurements are read, apart from the pages; without it nothing is counted. */
  readonly metrics: Address | null
  /** Where traces are sent (OpenTelemetry, OTLP over HTTP); without it none is made. */
  readonly tracesUrl: string | null
  /** Sentences for the operator, at start: nothing that prevents the program from running. */
  readonly warnings: readonly string[]
}

export interface DatabaseSettings {
  /** The owner of the tables. Without it, the portal starts a PostgreSQL of its own. */
  readonly url: string | null
  /** The role of the program, when the owner may not make one. */
  readonly appUrl: string | null
}

const LEVELS = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LEVELS)[number]

const FORMATS = ['pain.008', 'bordereau-120'] as const
export type CollectionFormat = (typeof FORMATS)[number]

/** The variables that mean something, as found; empty ones count as absent. */
export type Environment = Readonly<Partial<Record<Variable, string>>> & {
  /** `GUICHET_…` variables that mean nothing: most likely a slip of the hand. */
  readonly unknown?: readonly string[]
}

/** Each variable, in the words `--help` shows. */
export const VARIABLES = {
  PORT: 'port to listen on (3000)',
  HOST: 'address to listen on (this machine only for a demonstration, all otherwise)',
  GUICHET_DATA: 'folder of keys, documents and the embedded database (./data)',
  GUICHET_FILES_URL:
    'where documents are kept, as s3://bucket/folder?endpoint=https://store.example&region=… with AWS_… keys in the environment (the data folder)',
  GUICHET_URL: 'address users type, base of every link (http://localhost:PORT)',
  DATABASE_URL: 'PostgreSQL 15 or later, as the owner of the tables (embedded if absent)',
  DATABASE_APP_URL: 'the same database as the role of the program (made if absent)',
  SMTP_URL: 'mail server, as smtps://user:password@host (kept in a folder by a demonstration)',
  CLAMAV_URL:
    'virus scanner for documents that people send, as tcp://host:3310 or unix:/run/clamav/clamd.ctl (none)',
  GUICHET_MAIL_FROM: 'sender of mail (the agency’s address)',
  GUICHET_FUND_NAME: 'name of the fund, on pages and letters',
  GUICHET_FUND_NAME_AR: 'the same in Arabic, on Arabic pages, papers and mails (the other one)',
  GUICHET_AGENCY_NAME: 'name of the agency that answers employers',
  GUICHET_AGENCY_ADDRESS: 'its postal address, lines separated by |',
  GUICHET_AGENCY_EMAIL: 'its e-mail address',
  GUICHET_AGENCY_PHONE: 'its telephone number',
  GUICHET_AGENCY_CONTACT: 'to whom letters are addressed',
  GUICHET_FUND_RIB:
    'RIB of the fund, 24 digits, that direct debits are paid to (none: no collection is made)',
  GUICHET_COLLECTION_FORMAT:
    'pain.008 or bordereau-120: the layout of the files of direct debits (pain.008)',
  GUICHET_BANK_INBOX:
    'folder where files of the bank arrive, looked at every minute (bank/inbox in the data folder for a demonstration, none otherwise)',
  GUICHET_SECRET_QUESTIONS: 'on or off: secret questions before a recovery link (on)',
  GUICHET_PROXIES: 'network addresses of the reverse proxies in front, separated by commas (none)',
  GUICHET_METRICS:
    'port, or address:port, to read measurements from, for Prometheus (none; a port alone is for this machine)',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'OpenTelemetry collector that traces are sent to, over HTTP (none)',
  GUICHET_LOG: 'error, warn, info or debug (warn for a demonstration, info otherwise)',
} as const

export type Variable = keyof typeof VARIABLES

/** Read by other parts of the program and by its tests, never by decideConfig. */
const ELSEWHERE = ['GUICHET_NO_NAMESPACE', 'GUICHET_BUNDLED']

/** What the operator must put right before the program can start: one sentence per mistake, all at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const found = Object.keys(VARIABLES)
    .map((name) => [name, env[name]?.trim()] as const)
    .filter(([, value]) => value)
  const known = [...Object.keys(VARIABLES), ...ELSEWHERE]
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('GUICHET_') && !known.includes(name),
  )
  return { ...Object.fromEntries(found), ...(unknown.length > 0 ? { unknown } : {}) }
}

/** From what was found to what holds, or every reason why it cannot. Contradictions are refused, never guessed. */
export function decideConfig(environment: Environment, mode: Mode): Config {
  const { unknown = [], ...values } = environment
  const read = new SettingReader(values)
  const real = mode === 'real'
  if (real) read.mistakes.push(...missingForReal(values))
  const port = read.port('PORT', 3000)
  const fund = fundIdentity(read)
  const config: Config = {
    demonstration: !real,
    version: readVersion(),
    host: read.text('HOST') ?? (real ? '::' : '127.0.0.1'),
    port,
    url: read.origin('GUICHET_URL', `http://localhost:${port}`),
    dataFolder: path.resolve(read.text('GUICHET_DATA') ?? 'data'),
    database: databaseSettings(read),
    fileStore: fileStore(read),
    scanner: scannerAddress(read),
    smtpUrl: read.server('SMTP_URL', ['smtps:', 'smtp:']),
    mailFrom: read.text('GUICHET_MAIL_FROM') ?? fund.agencyEmail,
    fund,
    creditorRib: creditorRib(read, real),
    collectionFormat: read.oneOf('GUICHET_COLLECTION_FORMAT', FORMATS) ?? 'pain.008',
    bankInbox: bankInbox(read, real),
    secretQuestions: read.oneOf('GUICHET_SECRET_QUESTIONS', ['on', 'off']) !== 'off',
    proxies: read.machines('GUICHET_PROXIES'),
    logLevel: read.oneOf('GUICHET_LOG', LEVELS) ?? (real ? 'info' : 'warn'),
    metrics: read.address('GUICHET_METRICS'),
    tracesUrl: read.server('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']),
    warnings: [
      ...unknown.map(meaningless),
      ...(real ? notLookedInto(values) : []),
      ...(real ? inventedFund(values) : []),
    ],
  }
  if (read.mistakes.length > 0) throw new ConfigurationError(read.mistakes)
  return config
}

/** A real portal sends real letters: it must reach people, and they must reach it. */
function missingForReal({ SMTP_URL, GUICHET_URL }: Environment): string[] {
  return [
    ...(SMTP_URL
      ? []
      : [
          'SMTP_URL is missing: activation links and letters could not be sent. Give the address of a mail server, or run `guichet demo` for a demonstration.',
        ]),
    ...(GUICHET_URL
      ? []
      : [
          'GUICHET_URL is missing: links in mail would lead nowhere. Give the address users will type, such as https://portail.example.ma.',
        ]),
  ]
}

function databaseSettings(read: SettingReader): DatabaseSettings {
  const protocols = ['postgresql:', 'postgres:']
  const url = read.server('DATABASE_URL', protocols)
  const appUrl = read.server('DATABASE_APP_URL', protocols)
  if (read.text('DATABASE_APP_URL') && !read.text('DATABASE_URL')) {
    read.mistakes.push(
      'DATABASE_APP_URL is given without DATABASE_URL. Give both, or neither to use the embedded database.',
    )
  }
  return { url, appUrl }
}

function fileStore(read: SettingReader): S3Address | null {
  const found = read.text('GUICHET_FILES_URL')
  const address = found === null ? null : parseS3Address(found)
  if (address === undefined) {
    read.mistakes.push(
      'GUICHET_FILES_URL should be an address such as s3://bucket or s3://bucket/folder?endpoint=https://store.example&region=eu-west-3; it is something else. Keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    )
  }
  return address ?? null
}

function scannerAddress(read: SettingReader): ScannerAddress | null {
  const found = read.text('CLAMAV_URL')
  const address = found === null ? null : parseScannerAddress(found)
  if (address === undefined) {
    read.mistakes.push(
      `CLAMAV_URL should be an address such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; it is «${found}».`,
    )
  }
  return address ?? null
}

/** A demonstration collects to an invented account. */
function creditorRib(read: SettingReader, real: boolean): Rib | null {
  const found = read.text('GUICHET_FUND_RIB') ?? (real ? null : '007780000000000000002197')
  if (found === null) return null
  const parsed = parseRib(found)
  if (parsed.ok) return parsed.value
  read.mistakes.push(
    'GUICHET_FUND_RIB should be a RIB of 24 digits whose key is right; it is something else. Copy it from a statement of the fund’s account.',
  )
  return null
}

/** Beside the demonstration's own data, where its invented bank writes. */
function bankInbox(read: SettingReader, real: boolean): string | null {
  const found = read.text('GUICHET_BANK_INBOX')
  if (found !== null) return path.resolve(found)
  return real ? null : path.resolve(read.text('GUICHET_DATA') ?? 'data', 'bank', 'inbox')
}

/** Invented, and recognisable as such; a fund gives its own. */
function fundIdentity(read: SettingReader): FundIdentity {
  const name = read.text('GUICHET_FUND_NAME')
  const invented = name === null ? 'صندوق التقاعد النموذجي' : undefined
  const address = read.text('GUICHET_AGENCY_ADDRESS') ?? '12, rue des Orangers|20000 Casablanca'
  return {
    name: name ?? 'Caisse de démonstration',
    nameInArabic: read.text('GUICHET_FUND_NAME_AR') ?? invented,
    agencyName: read.text('GUICHET_AGENCY_NAME') ?? 'Agence Virtuelle',
    agencyAddress: address.split('|').map((line) => line.trim()),
    agencyEmail: read.text('GUICHET_AGENCY_EMAIL') ?? 'agence.virtuelle@caisse.example',
    agencyPhone: read.text('GUICHET_AGENCY_PHONE') ?? '+212 5 22 00 00 00',
    contact: read.text('GUICHET_AGENCY_CONTACT') ?? 'Responsable de l’Agence Virtuelle',
  }
}

function inventedFund(values: Environment): string[] {
  const names = ['GUICHET_FUND_NAME', 'GUICHET_AGENCY_ADDRESS', 'GUICHET_AGENCY_EMAIL'] as const
  const absent = names.filter((name) => !values[name])
  return absent.length === 0
    ? []
    : [`Letters bear the demonstration’s invented fund until you give ${absent.join(', ')}.`]
}

function notLookedInto({ CLAMAV_URL }: Environment): string[] {
  return CLAMAV_URL
    ? []
    : ['Documents that people send are not looked into for viruses until you give CLAMAV_URL.']
}

function meaningless(name: string): string {
  return `${name} is not a setting of Guichet and changes nothing; \`guichet --help\` lists them.`
}

function readVersion(): string {
  const file = readFileSync(path.join(findProjectRoot(), 'package.json'), 'utf8')
  const content: unknown = JSON.parse(file)
  const version =
    typeof content === 'object' && content && 'version' in content ? content.version : ''
  return String(version)
}
