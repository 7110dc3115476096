import { path } from './path.ts'

/** Addresses of the machine interface. */
export const api = {
  root: '/api/v1',
  description: path('/api/v1/openapi.json'),
  check: path('/api/v1/declarations/check'),
  declarations: path('/api/v1/declarations'),
  declaration: path('/api/v1/declarations/:id'),
  confirmations: path('/api/v1/declarations/:id/confirmations'),
  send: path('/api/v1/declarations/:id/send'),
  receipts: path('/api/v1/receipts'),
  receipt: path('/api/v1/receipts/:number'),
  receiptPdf: path('/api/v1/receipts/:number/pdf'),
  statement: path('/api/v1/statement'),
}
