import { expect, it } from 'vitest'
import { Places } from './places.ts'

it('lets so many in at once for a key, the next in order, and sends away whom nobody can make wait', async () => {
  const places = new Places({ atOnce: 1, waiting: 2 })
  const order: number[] = []
  const first = await places.enter('a')
  const waiting = [2, 3].map(async (number) => {
    const leave = await places.enter('a')
    order.push(number)
    leave?.()
  })
  expect(places.enter('a')).toBeUndefined()
  expect(await places.enter('b')).toBeTypeOf('function')
  expect(order).toEqual([])
  first?.()
  await Promise.all(waiting)
  expect(order).toEqual([2, 3])
  expect(await places.enter('a')).toBeTypeOf('function')
})
