/** What a webhook hears of, by the name of the event ("Available webhook events"). No message's form is documented. */
const WEBHOOK_EVENTS = {
  webhook_created: 'a webhook was made on the account',
  webhook_deleted: 'a webhook of the account was deleted',
  category_subscription_confirmation: 'the user subscribed to a category; has the link that confirms it',
  issue_subscription_confirmation: 'the user subscribed to an issue; has the link that confirms it',
  issue_created: 'an issue was made in a category the user is subscribed to',
  issue_closed: 'an issue the user is subscribed to was closed',
  issue_updated: 'an issue the user is subscribed to was changed',
} as const;

/** The events as one line for a person: each name with what it means. */
export const webhookEventsLine = Object.entries(WEBHOOK_EVENTS)
  .map(([name, meaning]) => `${name} (${meaning})`)
  .join('; ');
