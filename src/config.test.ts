import { describe, expect, it } from 'vitest'
import { ConfigurationError, decideConfig, readEnvironment, type Mode } from './config.ts'

const REAL = {
  SMTP_URL: 'smtps://portail:secret@mail.example',
  GUICHET_URL: 'https://portail.example',
}

const decide = (env: Record<string, string>, mode: Mode = 'demonstration') =>
  decideConfig(readEnvironment(env), mode)

function mistakes(env: Record<string, string>, mode: Mode = 'demonstration'): readonly string[] {
  try {
    decide(env, mode)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes
    throw error
  }
  return []
}

describe('a demonstration', () => {
  it('needs to be told nothing', () => {
    const config = decide({})
    expect(config).toMatchObject({
      demonstration: true,
      host: '127.0.0.1',
      port: 3000,
      url: 'http://localhost:3000',
      database: { url: null, appUrl: null },
      smtpUrl: null,
      logLevel: 'warn',
      warnings: [],
    })
    expect(config.dataFolder).toMatch(/\/data$/)
    expect(config.fund.contact).toBe('Responsable de l’Agence Virtuelle')
    expect(config.version).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('puts the port it is given in its links', () => {
    expect(decide({ PORT: '8080' })).toMatchObject({ port: 8080, url: 'http://localhost:8080' })
  })

  it('takes an empty variable for an absent one', () => {
    expect(decide({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      database: { url: null },
    })
  })
})

describe('the real thing', () => {
  it('refuses to start without a mail server and without its address, and says both', () => {
    const said = mistakes({}, 'real')
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('SMTP_URL is missing')
    expect(said[1]).toContain('GUICHET_URL is missing')
  })

  it('starts with both', () => {
    expect(decide(REAL, 'real')).toMatchObject({
      demonstration: false,
      host: '::',
      url: 'https://portail.example',
      logLevel: 'info',
    })
  })

  it('warns that letters would bear an invented name', () => {
    expect(decide(REAL, 'real').warnings.join()).toContain('GUICHET_FUND_NAME')
  })
})

describe('what an operator gets wrong', () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      'http on a name that is not this machine',
      { GUICHET_URL: 'http://portail.example' },
      'https://',
    ],
    ['http on an address of the network', { GUICHET_URL: 'http://192.168.1.10:3000' }, 'https://'],
    ['an address with a path', { GUICHET_URL: 'https://a.example/portail' }, 'without a path'],
    ['an address without its beginning', { GUICHET_URL: 'portail.example' }, 'such as https://'],
    ['a port that is none', { PORT: '80000' }, '«80000»'],
    ['a port in words', { PORT: 'http' }, '«http»'],
    ['another database', { DATABASE_URL: 'mysql://a:b@c/d' }, 'postgresql://'],
    [
      'a role without a database',
      { DATABASE_APP_URL: 'postgresql://a:b@c/d' },
      'without DATABASE_URL',
    ],
    ['a proxy by its name', { GUICHET_PROXIES: '10.0.0.5, nginx' }, '«nginx»'],
    ['proxies by their network', { GUICHET_PROXIES: '10.0.0.0/24' }, '«10.0.0.0/24»'],
    ['a level that does not exist', { GUICHET_LOG: 'loud' }, 'error, warn, info, debug'],
    ['a yes for an on', { GUICHET_SECRET_QUESTIONS: 'yes' }, 'on, off'],
  ]

  it.each(cases)('%s is refused with what to do', (_what, env, expected) => {
    expect(mistakes(env)).toEqual([expect.stringContaining(expected)])
  })

  it('is all said at once', () => {
    expect(mistakes({ PORT: 'x', GUICHET_URL: 'y', GUICHET_LOG: 'z' })).toHaveLength(3)
  })

  it('never shows a password', () => {
    const said = mistakes({ DATABASE_URL: 'mysql://guichet:hunter2@host/db', SMTP_URL: 'hunter2' })
    expect(said).toHaveLength(2)
    expect(said.join()).not.toContain('hunter2')
  })

  it('is warned about when it is the name itself', () => {
    expect(decide({ GUICHET_ULR: 'https://a.example' }).warnings).toEqual([
      expect.stringContaining('GUICHET_ULR'),
    ])
  })
})

describe('addresses on this machine', () => {
  it.each(['http://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:3000'])(
    '%s needs no https',
    (url) => {
      expect(decide({ GUICHET_URL: url }).url).toBe(url)
    },
  )
})
