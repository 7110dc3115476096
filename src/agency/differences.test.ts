import { describe, expect, it } from 'vitest'
import type { Delegate } from '../access/delegates.ts'
import type { Employer } from '../employers/employer.ts'
import { differencesOf } from './differences.ts'

const employer = {
  address: '1, avenue Principale',
  city: 'Fès',
  phone: '+212535000000',
  email: 'contact@atlas.example',
  paymentOption: 'case_by_case',
} as Employer
const delegate = {
  firstName: 'Karim',
  lastName: 'Bennani',
  email: 'k.bennani@atlas.example',
} as Delegate
const company = { ...employer, address: '1 avenue principale', phone: '05 35 00 00 00' }
const known = {
  employer,
  delegate,
  signatory: 'Youssef Alami',
  services: ['payment', 'declaration'] as const,
}
const form = (data: Record<string, unknown>) => [...differencesOf({ ...known, letter: { data } })]

describe('what a form says otherwise than the fund knows', () => {
  it('is nothing when only the writing or the order differs', () => {
    const services = ['declaration', 'payment']
    const signatory = { name: 'youssef  ALAMI', capacity: 'Gérant' }
    const answers = { company, delegate, services, signatory, paymentOption: 'case_by_case' }
    expect(form(answers)).toEqual([])
  })

  it('is named, each answer by itself', () => {
    const data = {
      company: { ...company, address: '3, rue des Potiers', email: 'contact@zellige.example' },
      delegate: { ...delegate, firstName: 'Hakim', email: 'h.sabri@atlas.example' },
      services: ['declaration'],
      paymentOption: 'transfer',
      signatory: { name: 'Rachid Filali', capacity: 'Gérant' },
    }
    expect(form(data)).toEqual([
      'address',
      'email',
      'paymentOption',
      'signatory',
      'services',
      'delegate',
      'delegateEmail',
    ])
  })

  it('is nothing where the form or the fund says nothing', () => {
    expect(form({})).toEqual([])
    const nobody = { signatory: undefined, employer: undefined, delegate: undefined, services: [] }
    expect([...differencesOf({ ...nobody, letter: { data: { company, delegate } } })]).toEqual([])
  })
})
