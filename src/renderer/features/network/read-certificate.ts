/** No organization's authorities are longer; the workspace takes no more either. */
const MOST_BYTES = 140_000;

/** A DER certificate begins with an ASN.1 sequence whose length stands in the two bytes after it. */
const isDer = (bytes: Uint8Array): boolean => bytes[0] === 0x30 && bytes[1] === 0x82;

/** Base-64 in lines of 64, between the marks of a certificate. */
function pemOf(der: Uint8Array): string {
  const binary = Array.from(der, (byte) => String.fromCharCode(byte)).join('');
  const lines = btoa(binary).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** What a chosen file holds: the text to send, or why it cannot be one. */
export type CertificateFile =
  | { readonly ok: true; readonly name: string; readonly pem: string }
  | { readonly ok: false; readonly reason: 'too-large' | 'empty' | 'not-read' };

/**
 * Reads a certificate file as PEM text. The binary form (DER), which Windows often saves, becomes PEM here; whether it is
 * an authority's certificate at all is the workspace's to judge.
 */
export async function readCertificateFile(file: File): Promise<CertificateFile> {
  if (file.size === 0) return { ok: false, reason: 'empty' };
  if (file.size > MOST_BYTES) return { ok: false, reason: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pem = isDer(bytes) ? pemOf(bytes) : new TextDecoder('latin1').decode(bytes);
    return { ok: true, name: file.name, pem };
  } catch {
    return { ok: false, reason: 'not-read' };
  }
}
