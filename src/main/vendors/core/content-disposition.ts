function decodeExtended(value: string): string | null {
  const [, charset = '', encoded = ''] = /^([\w-]+)'[^']*'(.*)$/.exec(value) ?? [];
  try {
    if (/^utf-8$/i.test(charset)) return decodeURIComponent(encoded);
    if (/^iso-8859-1$/i.test(charset)) {
      return encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  } catch {
    // A broken encoding names nothing.
  }
  return null;
}

/** HTTP carries header bytes as Latin-1; a vendor that put UTF-8 there is understood. */
function decodePlain(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? value : text;
}

/**
 * The file name a `Content-Disposition` header proposes (RFC 6266, `filename*` before `filename`), its last component
 * only, because the sender has no say in folders. Null where there is none. It is a proposal: see file-names.ts for
 * what may stand on a disk.
 */
export function parseContentDisposition(header: string | null | undefined): string | null {
  if (!header) return null;
  const extended = /;\s*filename\*\s*=\s*([^;\s]+)/i.exec(header)?.[1];
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(header)?.[1]?.replace(/\\(["\\])/g, '$1');
  const plain = /;\s*filename\s*=\s*([^;"\s]+)/i.exec(header)?.[1];
  const given = quoted ?? plain;
  const name = (extended && decodeExtended(extended)) ?? (given === undefined ? null : decodePlain(given));
  const last = name?.split(/[/\\]/).at(-1)?.trim();
  return last ? last : null;
}
