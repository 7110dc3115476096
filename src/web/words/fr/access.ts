export const access = {}

export const accessRefusals = {}
