/** The page in a person's browser when a sign-in has come back to this computer. */
export const signInMessages = {
  'sign-in.page-done': 'You can close this window',
  'sign-in.page-done-text': 'Plumbline goes on by itself.',
  'sign-in.page-failed': 'The sign-in was not completed',
  'sign-in.page-failed-text': 'You can close this window. Plumbline says why, and there you can try again.',
  'sign-in.page-unknown': 'This page belongs to no sign-in that Plumbline waits for',
  'sign-in.page-unknown-text': 'Close this window and start again in Plumbline.',
} as const;
