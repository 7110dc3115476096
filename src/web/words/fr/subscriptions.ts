export const subscriptions = {}

export const subscriptionsRefusals = {}
