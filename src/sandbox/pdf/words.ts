/** Words for the numbers of a corrective action (MonitorQA document, "Get audit report"). */
export const actionStatusWords = ['open', 'approved', 'rejected', 'submitted'] as const;
export const priorityWords = ['low', 'medium', 'high'] as const;
