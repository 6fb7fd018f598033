/** Words for the numbers of a corrective action (MonitorQA document, "Get corrective action details"). */
export const actionStatusWords = ['open', 'approved', 'rejected', 'submitted', 'expired'] as const;
export const priorityWords = ['low', 'medium', 'high'] as const;
