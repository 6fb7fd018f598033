/** The set-up page. */
export const firstRunMessages = {
  'first-run.title': 'Set up Plumbline',
  'first-run.intro': 'Connect the systems you work in. Any one is enough to start.',
  'first-run.sample-title': 'Look around first',
  'first-run.sample-text':
    'A made-up construction company on this computer: 12 sites, hundreds of audits and issues. No account, nothing leaves.',
  'first-run.sample-do': 'Look around with sample data',
  'first-run.sample-opening': 'Opening the sample',
  'first-run.vendors': 'Your systems',
  'first-run.data': 'What stays here',
  'first-run.data-text':
    'Everything read is kept in one folder that only you can open. Plumbline has no cloud of its own.',
  'first-run.folder': 'Data folder',
  'first-run.folder-copy': 'Copy the folder’s path',
} as const;
