import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/main/vendors/smartq/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['', ''],
    ['Door D2.11', 'Door D2.11'],
    ['<p>Roof<br>leaks</p><ul><li>north</li><li>south</li></ul>', 'Roof leaks north south'],
    ['<b>wa</b>ter <i>ham</i>mer', 'water hammer'],
    ['A&nbsp;&amp;&nbsp;B &lt;5&deg; &#8211; &#x20AC;9 &unknown; &amp', 'A & B <5° – €9 &unknown; &amp'],
    ['p < q and q > r', 'p < q and q > r'],
    ['needs p<q', 'needs p<q'],
    ['<a title="a > b" href=\'x">\'>link</a>', 'link'],
    ['it<p>\'s "fine"', 'it \'s "fine"'],
    ['one<!-- two <b> -- > -->three', 'onethree'],
    ['seen<script>alert("</p>unseen")</script > too', 'seen too'],
    ['seen<STYLE>p{}</style>too', 'seen too'],
    ['<script>never closed', ''],
    ['<svg onload=alert(1)><text>x</text></svg>kept', 'kept'],
    ['<!DOCTYPE html><?php x ?>kept', 'kept'],
    ['&#0;&#xD800;&#1114112;x', 'x'],
  ])('of %j is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('leaves no tag of a script, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = plainText(`${before.replaceAll(/[<>&"']/g, '')}<script>canary()</script>${after}`);
        expect(text).not.toContain('canary');
      }),
    );
  });

  it.each(['<', '<a ', '<a b="', '<!--', '<script>', '&#', '</', '<b>', '<script></script'])(
    'reads a long text of %j in proportion to its length',
    (piece) => {
      expect(plainText(piece.repeat(200_000)).length).toBeLessThan(2_000_000);
    },
  );
});
