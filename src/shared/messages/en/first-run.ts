/** The set-up page. */
export const firstRunMessages = {
  'first-run.title': 'Set up Plumbline',
  'first-run.intro': 'One place for what is late, whose it is and what changed, with or without a network.',
  'first-run.sample-title': 'Look around first',
  'first-run.sample-text':
    'The sample workspace is a made-up construction company: 12 sites, 40 people and 600 audits with full reports, photos and PDFs. It runs on this computer, needs no account, and nothing leaves.',
  'first-run.sample-do': 'Look around with sample data',
  'first-run.sample-opening': 'Opening the sample',
  'first-run.sample-try': 'Worth trying there',
  'first-run.sample-try-1': 'Read an audit’s report as a tree, next to its PDF.',
  'first-run.sample-try-2': 'Take the vendors off line from the palette, and keep reading.',
  'first-run.sample-try-3': 'Search everything by number, place or person.',
  'first-run.vendors': 'Your systems',
  'first-run.later': 'Connecting your own account arrives with the keychain, in the next version.',
  'first-run.vendor.conqa': 'Issues, milestones and quality reports',
  'first-run.vendor.monitorqa': 'Audits, corrective actions and schedules',
  'first-run.vendor.smartq': 'Tickets, notes and their steps',
  'first-run.vendor.aconex': 'Projects',
  'first-run.vendor.connectnow': 'Issues by severity and category',
  'first-run.data': 'What stays here',
  'first-run.data-text':
    'Everything read is kept in one folder that only you can open. Plumbline has no cloud of its own.',
  'first-run.folder': 'Data folder',
  'first-run.folder-copy': 'Copy the folder’s path',
} as const;
