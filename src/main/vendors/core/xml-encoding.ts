const DECLARED = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/;

/** The encodings to try: a byte order mark says it, or two bytes for each `<?`, the declaration, the header, UTF-8. */
function* encodings(bytes: Uint8Array, contentType: string): Generator<string> {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) yield 'utf-16le';
  else if (first === 0xfe && second === 0xff) yield 'utf-16be';
  else if (first === 0xef && second === 0xbb && third === 0xbf) yield 'utf-8';
  else if (first === 0x3c && second === 0) yield 'utf-16le';
  else if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) yield 'utf-16be';
  else {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
    for (const named of [DECLARED.exec(head)?.[1], /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1]]) {
      // What can be read one byte at a time is in no encoding of two: the word is a mistake.
      if (named !== undefined && !/^(utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(named)) yield named;
    }
    yield 'utf-8';
  }
}

/** The text of an XML document, without its byte order mark; null when no encoding that it may be in fits its bytes. */
export function decodeXml(bytes: Uint8Array, contentType: string): string | null {
  for (const encoding of encodings(bytes, contentType)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one, or one that nobody knows: the next, or none.
    }
  }
  return null;
}
