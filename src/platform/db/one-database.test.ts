import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { asRole } from './connection-url.ts'
import { mustBeOneDatabase, ProgramAddressError } from './one-database.ts'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  one = await testDatabase()
  other = await testDatabase()
})
afterAll(async () => {
  await one.close()
  await other.close()
})

describe('the addresses of the owner and of the program', () => {
  it('lead to one database', async () => {
    await expect(mustBeOneDatabase(one.ownerUrl, one.appUrl)).resolves.toBeUndefined()
  })

  it('are refused when they lead to two, as with the setting of another portal left behind', async () => {
    await expect(mustBeOneDatabase(one.ownerUrl, other.appUrl)).rejects.toThrow(
      /lead to two databases/,
    )
  })

  it('are told apart when one does not open', async () => {
    const wrong = asRole(one.appUrl, new URL(one.appUrl).username, 'not this')
    await expect(mustBeOneDatabase(one.ownerUrl, wrong)).rejects.toThrow(ProgramAddressError)
    const lost = asRole(one.ownerUrl, new URL(one.ownerUrl).username, 'not this')
    await expect(mustBeOneDatabase(lost, one.appUrl)).rejects.not.toThrow(ProgramAddressError)
  })
})
