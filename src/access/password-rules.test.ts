import { describe, expect, it } from 'vitest'
import { passwordMistake } from './password-rules.ts'

const alone = { secondFactor: false, words: [] }
const withFactor = { secondFactor: true, words: [] }
const ofAtlas = {
  secondFactor: false,
  words: [
    'Khadija Lahlou',
    'klahlou.decl.005839',
    'k.lahlou@atlas-negoce.example',
    'Atlas Négoce SARL',
    '005839',
    'Caisse de démonstration',
  ],
}

describe('the one password rule', () => {
  it('asks fifteen characters alone and twelve beside a second factor', () => {
    expect(passwordMistake('zouave-grimper', alone)).toBe('too_short')
    expect(passwordMistake('zouave-grimper', withFactor)).toBeNull()
    expect(passwordMistake('zouave-grim', withFactor)).toBe('too_short')
  })

  it('counts characters as people do, not bytes', () => {
    expect(passwordMistake('قوس قزح فوق الجبل البعيد', alone)).toBeNull()
    expect(passwordMistake('é'.normalize('NFD').repeat(14), alone)).toBe('too_short')
  })

  it('takes 128 characters and refuses 129', () => {
    const long = 'kf9 wm2 xq7 jd4 '.repeat(8)
    expect(passwordMistake(long, alone)).toBeNull()
    expect(passwordMistake(`${long}z`, alone)).toBe('too_long')
  })

  it.each([
    'un chapeau pour deux girouettes',
    'grimoirevelours',
    'tortuejardincahierlampe',
    'ylqvtwmzkbdrnpf',
    'Kq7!vd-mW29xTz#',
  ])('AT15: accepts «%s», without asking for capitals or digits', (password) => {
    expect(passwordMistake(password, alone)).toBeNull()
  })

  it.each([
    'motdepasse123456',
    'Password2026!!!!',
    'azertyuiopqsdfghjklm',
    'aaaaaaaaaaaaaaaaaaaa',
    '123456789012345678',
    'casablancacasablanca',
    'RajaCasablanca2026',
    'p@$$w0rdp@$$w0rd',
    'marrakech-2025-2026',
    'bismillahbismillah',
  ])('AT15: refuses «%s», which lists of habits find', (password) => {
    expect(passwordMistake(password, alone)).toBe('common')
  })

  it.each([
    '005839005839005839',
    'AtlasNegoce2026!',
    'atlas négoce sarl',
    'khadija lahlou 1',
    'guichet-teledeclaration',
    'teleservices-klahlou',
    'caissededemonstration',
  ])('AT15: refuses «%s», made of what everybody knows of the account', (password) => {
    expect(passwordMistake(password, ofAtlas)).toBe('about_you')
  })

  it('lets a name stand in a phrase that is hard to guess without it', () => {
    expect(passwordMistake('Lahlou dresse trois girouettes', ofAtlas)).toBeNull()
  })
})
