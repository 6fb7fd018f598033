/** Where the API answers since the document was written. */
export const API_URL = 'https://issuetracker-api.connectnow.org.uk';

/** The document's own "API base", by now the web app. */
export const DOCUMENT_URL = 'https://issuetracker.connectnow.org.uk';

/** For an answer that is a page, or leads to one. */
export const ADDRESS_HINT = `If the address is that of the web app, try ${API_URL}.`;
