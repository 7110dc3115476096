export const administration = {}

export const administrationRefusals = {}
