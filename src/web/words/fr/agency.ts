export const agency = {}

export const agencyRefusals = {}
