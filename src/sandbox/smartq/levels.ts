/**
 * What each access level allows, with all below it. The document gives the numbers 0 to 5 and no names; these are the
 * sandbox's own.
 */
export const levels = { closed: 0, read: 1, writeNotes: 2, writeTickets: 3, deleteTickets: 4, all: 5 } as const;
