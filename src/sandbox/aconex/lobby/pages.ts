const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

// No form-action: browsers hold it against the redirect that follows, too.
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
} as const;

const style =
  'body{font:16px/1.5 sans-serif;max-width:24rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem}';

const page = (title: string, body: string, status: number): Response =>
  new Response(
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
${body}
</body></html>
`,
    { status, headers },
  );

/** Returns the page that asks to be signed in; its one button posts to the address it was opened at. */
export const signInPage = (name: string, clientId: string): Response =>
  page(
    'Sample sign-in',
    `<p>This is no real Lobby: it belongs to the sample on this computer.</p>
<p><b>${escapeHtml(clientId)}</b> asks for access to the made-up projects.</p>
<form method="post"><button>Sign in as ${escapeHtml(name)}</button></form>`,
    200,
  );

/** Returns the page for a request that must not be sent back anywhere: who asks cannot be trusted. */
export const refusedPage = (code: string, description: string): Response =>
  page('Sign-in refused', `<p><code>${escapeHtml(code)}</code></p>\n<p>${escapeHtml(description)}</p>`, 400);
