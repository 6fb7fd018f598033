/**
 * HTML as attackers write it. Where any of it ran, `globalThis.hostile` would be set. From the families that sanitisers
 * are tried with: scripts, handlers, addresses that run, elements that load, frames, forms, styles, clobbered names,
 * namespaces that change what a parser makes of the same text (mXSS), and markup that never ends.
 */
export const HOSTILE: readonly string[] = [
  // Scripts.
  '<script>globalThis.hostile=1</script>',
  '<SCRIPT SRC=https://collector.example/x.js></SCRIPT>',
  '<script/x>globalThis.hostile=1</script>',
  '<scr<script>ipt>globalThis.hostile=1</scr</script>ipt>',
  '<<script>globalThis.hostile=1//<</script>',
  '<script>globalThis.hostile=1<!--</script>-->',
  '<svg><script>globalThis.hostile=1</script></svg>',
  '<svg><script href="data:text/javascript,globalThis.hostile=1"/></svg>',
  '<template><script>globalThis.hostile=1</script></template>',
  '<template shadowrootmode="open"><img src=x onerror="globalThis.hostile=1"></template>',
  '<!-- <script>globalThis.hostile=1</script> -->',
  '<![CDATA[<script>globalThis.hostile=1</script>]]>',
  // Handlers.
  '<p onclick="globalThis.hostile=1">press</p>',
  '<p onclick=globalThis.hostile=1>press</p>',
  '<p/onclick="globalThis.hostile=1">press</p>',
  '<p title="a>b" onmouseover="globalThis.hostile=1">over</p>',
  '<img src=x onerror="globalThis.hostile=1">',
  '<img src=x:x onerror=globalThis.hostile=1//',
  '<img/src/onerror=globalThis.hostile=1>',
  '<image src=x onerror="globalThis.hostile=1">',
  '<svg onload="globalThis.hostile=1"></svg>',
  '<svg/onload=globalThis.hostile=1>',
  '<svg><animate onbegin="globalThis.hostile=1" attributeName="x" dur="1s"/></svg>',
  '<body onload="globalThis.hostile=1">',
  '<details open ontoggle="globalThis.hostile=1"><summary>more</summary></details>',
  '<input autofocus onfocus="globalThis.hostile=1">',
  '<select autofocus onfocus="globalThis.hostile=1"></select>',
  '<video src=x onerror="globalThis.hostile=1"></video>',
  '<audio src onloadstart="globalThis.hostile=1"></audio>',
  '<marquee onstart="globalThis.hostile=1">go</marquee>',
  '<b tabindex=0 onfocus="globalThis.hostile=1" autofocus>x</b>',
  '<p style="animation:a 1s" onanimationstart="globalThis.hostile=1">x</p>',
  '<p popover id=x onbeforetoggle="globalThis.hostile=1">y</p><button popovertarget=x>z</button>',
  // Addresses that run.
  '<a href="javascript:globalThis.hostile=1">x</a>',
  '<a href=" &#14; javascript:globalThis.hostile=1">x</a>',
  '<a href="jAvA\tscript&colon;globalThis.hostile=1">x</a>',
  '<a href="java\nscript:globalThis.hostile=1">x</a>',
  '<a href="&#x6A;avascript:globalThis.hostile=1">x</a>',
  '<a href="vbscript:globalThis.hostile=1">x</a>',
  '<a href="data:text/html,<script>globalThis.hostile=1</script>">x</a>',
  '<a href="https:javascript:globalThis.hostile=1">x</a>',
  '<a href="file:///etc/passwd">x</a><a href="//collector.example">y</a><a href="plumbline://open">z</a>',
  '<a xlink:href="javascript:globalThis.hostile=1">x</a>',
  '<svg><a xlink:href="javascript:globalThis.hostile=1"><text y=20>x</text></a></svg>',
  '<math><maction actiontype="statusline#x" xlink:href="javascript:globalThis.hostile=1">x</maction></math>',
  '<a href="https://ok.example" ping="https://collector.example" target="_blank" onclick="globalThis.hostile=1">x</a>',
  '<form action="javascript:globalThis.hostile=1"><button>send</button></form><button formaction="javascript:globalThis.hostile=1">x</button>',
  '<isindex action="javascript:globalThis.hostile=1" type=submit value=x>',
  // Elements that load, frame or redirect.
  '<iframe src="javascript:globalThis.hostile=1"></iframe>',
  '<iframe srcdoc="<script>parent.hostile=1</script>"></iframe>',
  '<object data="javascript:globalThis.hostile=1"></object><embed src="javascript:globalThis.hostile=1">',
  '<meta http-equiv="refresh" content="0;url=javascript:globalThis.hostile=1">',
  '<base href="https://collector.example/"><a href="x">x</a>',
  '<link rel=stylesheet href="https://collector.example/x.css"><link rel=import href="data:text/html,x">',
  '<picture><source srcset="https://collector.example/x.png"><img src="https://collector.example/y.png"></picture>',
  '<table background="https://collector.example/x.png"><tr><td>x</td></tr></table>',
  '<portal src="https://collector.example"></portal><frameset onload="globalThis.hostile=1"><frame src="x"></frameset>',
  // Styles.
  '<style>*{display:none}@import "https://collector.example/x.css";</style>',
  '<p style="position:fixed;inset:0;background:url(https://collector.example/x.png)">over everything</p>',
  '<div class="toolbar frame" id="root">dressed up</div>',
  // Names that stand in for parts of the page.
  '<form id=x><input name=attributes><input name=parentNode><input name=nodeName></form>',
  '<a id=cookie></a><a id=location href="https://x.example"></a><b name=getElementById>x</b>',
  '<form><input name=innerHTML></form><p id=__proto__>x</p>',
  // The same text, another tree: namespaces and elements whose content parsers read in two ways.
  '<svg></p><style><a title="</style><img src=x onerror=globalThis.hostile=1>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.hostile=1&gt;">',
  '<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src onerror=globalThis.hostile=1>"></style></h1>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=globalThis.hostile=1>',
  '<svg><foreignObject><p><style><!--</style><img src=x onerror=globalThis.hostile=1>--></p></foreignObject></svg>',
  '<svg><desc><b><style><img src=x onerror=globalThis.hostile=1></style></b></desc></svg>',
  '<svg><title><style><img src=x onerror=globalThis.hostile=1></style></title></svg>',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=globalThis.hostile=1></style></annotation-xml></math>',
  '<noscript><p title="</noscript><img src=x onerror=globalThis.hostile=1>">',
  '<noembed><img title="</noembed><img src=x onerror=globalThis.hostile=1>"></noembed>',
  '<xmp><p title="</xmp><img src=x onerror=globalThis.hostile=1>"></xmp>',
  '<textarea><p title="</textarea><img src=x onerror=globalThis.hostile=1>"></textarea>',
  '<title><p title="</title><img src=x onerror=globalThis.hostile=1>"></title>',
  '<iframe><p title="</iframe><img src=x onerror=globalThis.hostile=1>"></iframe>',
  '<plaintext><img src=x onerror=globalThis.hostile=1>',
  '<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=globalThis.hostile=1>">',
  '<option><style></option></select><img src=x onerror=globalThis.hostile=1></style>',
  '<table><caption><svg><title><style></table><img src=x onerror=globalThis.hostile=1>',
  '<p><svg><p></svg><img src=x onerror=globalThis.hostile=1>',
  '<x-element is="x" onclick="globalThis.hostile=1"><slot onslotchange="globalThis.hostile=1"></slot></x-element>',
  '<a href="x"<!--onclick="globalThis.hostile=1"-->x</a>',
  '<p title="<!--"><img src=x onerror=globalThis.hostile=1><!--">',
  '\u0000<img src=x one\u0000rror=globalThis.hostile=1>',
  '<img src=x onerror\u000b=globalThis.hostile=1>',
  '&lt;img src=x onerror=globalThis.hostile=1&gt;',
  // Markup without an end.
  '<p><b><i><ul><li><table><tr><td>never closed',
  '<a href="javascript:globalThis.hostile=1',
  `${'<div>'.repeat(700)}deep${'</div>'.repeat(700)}`,
  `${'<b><i>'.repeat(60)}formatted<img src=x onerror=globalThis.hostile=1>`,
];

/** What is wrong with nodes that were let through: an empty list where nothing is. */
export function faultsOf(fragment: ParentNode, kept: readonly string[]): readonly string[] {
  return [...fragment.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const faults = kept.includes(name) && element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : [name];
    const allowed = name === 'a' ? ['role', 'tabindex', 'data-address', 'title'] : [];
    const attributes = element.getAttributeNames().filter((one) => !allowed.includes(one));
    const address = element.getAttribute('data-address');
    const isAddress = address === null || /^(https?:\/\/|mailto:)/i.test(address);
    return [...faults, ...attributes.map((one) => `${name}[${one}]`), ...(isAddress ? [] : [address])];
  });
}

/** Presses, points at and focuses everything in an element, so that whatever could run has had its chance. */
export function provoke(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    for (const type of ['click', 'mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart']) {
      element.dispatchEvent(new Event(type, { bubbles: type === 'click', cancelable: true }));
    }
  }
}
