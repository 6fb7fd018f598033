import { describe, expect, it } from 'vitest';
import { externalLink } from '../../src/main/services/external-link.ts';

const hosts = new Set(['app.monitorqa.com', 'developer.monitorqa.com', 'account.con.qa']);

const refusalOf = (address: string): unknown => {
  try {
    return externalLink(address, hosts);
  } catch (thrown) {
    return thrown;
  }
};

describe('externalLink', () => {
  it.each([
    'https://app.monitorqa.com/audits/pending/0b0c2b5e-0f2c-4a9e-9a44-6a1a2f6f9f10',
    'https://developer.monitorqa.com/',
    'https://account.con.qa/?project=7#top',
    'mailto:site.manager@example.com',
  ])('opens %s', (address) => {
    expect(externalLink(address, hosts)).toBe(address);
  });

  it.each([
    ['a file', 'file:///etc/passwd'],
    ['a share', 'smb://app.monitorqa.com/share'],
    ['a program of Windows', 'ms-settings:privacy'],
    ['a script', 'javascript:alert(1)'],
    ['a script that names a known host', 'javascript://app.monitorqa.com/%0aalert(1)'],
    ['data', 'data:text/html,<script>1</script>'],
    ['a share by its backslashes', '\\\\app.monitorqa.com\\share'],
    ['a backslash before the host', 'https:\\\\app.monitorqa.com'],
    ['a backslash after the host', 'https://app.monitorqa.com\\@evil.example'],
    ['a user name before the host', 'https://app.monitorqa.com@evil.example/'],
    ['a user name at a known host', 'https://somebody@app.monitorqa.com/'],
    ['a look-alike below another host', 'https://app.monitorqa.com.attacker.example/'],
    ['a host that ends alike', 'https://evilapp.monitorqa.com/'],
    ['letters of another script', 'https://app.mоnitorqa.com/'],
    ['such letters as a browser writes them', 'https://app.xn--mnitorqa-r1g.com/'],
    ['a blank before it', ' https://app.monitorqa.com/'],
    ['a line break in it', 'https://app.monitorqa.com/\nx'],
    ['a NUL', 'https://app.monitorqa.com/\u0000'],
    ['no TLS', 'http://app.monitorqa.com/'],
    ['another port', 'https://app.monitorqa.com:8443/'],
    ['a trailing dot', 'https://app.monitorqa.com./'],
    ['capitals', 'HTTPS://APP.MONITORQA.COM/'],
    ['no host', 'https:///app.monitorqa.com'],
    ['one slash', 'https:/app.monitorqa.com/'],
    ['this computer', 'https://127.0.0.1/'],
    ['our own page', 'app://plumbline/'],
    ['a deep link of ours', 'plumbline://open'],
    ['mail with a body', 'mailto:a@example.com?body=hello'],
    ['mail to two', 'mailto:a@example.com,b@example.com'],
    ['mail with an attachment', 'mailto:a@example.com?attach=/etc/passwd'],
    ['nothing', ''],
    ['words', 'app.monitorqa.com'],
  ])('refuses %s', (_what, address) => {
    expect(refusalOf(address)).toMatchObject({ code: 'link-refused' });
  });
});
