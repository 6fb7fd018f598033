/**
 * Notes as people write them: in an editor that makes HTML, pasted from Word, an e-mail or a spreadsheet, or as plain
 * text. `{name}` stands for somebody of the project, `{place}` for where it is.
 */
export const noteTexts: readonly string[] = [
  '<p>Looked at it with {name} this morning, photos attached.</p>',
  '<p>Agreed on site:</p><ul><li>cut back to sound material</li><li>prime, then two coats</li><li>call before covering up</li></ul>',
  'Done, please inspect.',
  'ok',
  '<p>Please see clause <b>4.3.2</b> of the specification. The tolerance is <u>3&nbsp;mm</u>, not 5&nbsp;mm.</p>',
  '<div>Hi {name},<br><br>can you get the sub back before Friday? Lift is booked until noon only.<br><br>Thanks</div>',
  '<p>Drawing S-204 rev C shows it differently: <a href="https://documents.kauri-group.example/S-204_C.pdf?x=1&amp;y=2" target="_blank">S-204 rev C</a></p>',
  '<p>No access on {place} today, ceiling closed. Trying again tomorrow.</p>\r\n<p>&nbsp;</p>\r\n<p>&nbsp;</p>',
  '<p class="MsoNormal" style="margin:0cm 0cm 8pt;line-height:107%;font-family:Calibri,sans-serif"><span lang="EN-NZ" style="mso-fareast-language:EN-NZ">We propose a steel plate 200 × 200 × 12 on the far side.<o:p></o:p></span></p>',
  '<table border="1" cellpadding="4"><tbody><tr><th>Grid</th><th>Reading</th><th>Limit</th></tr><tr><td>C4</td><td>12&nbsp;mm</td><td>10&nbsp;mm</td></tr><tr><td>C5</td><td>9&nbsp;mm</td><td>10&nbsp;mm</td></tr></tbody></table><p>C4 is out.</p>',
  '<ol><li>Isolate</li><li>Drain</li><li>Replace <i>both</i> gaskets<ol><li>upper</li><li>lower</li></ol></li></ol>',
  'Moisture < 16 % at all points, > 20 % only behind the basin. A & B are fine.',
  '<blockquote>From: {name}<br>Sent: Monday, 5:12 pm<br><br>Price as discussed, valid 30 days.</blockquote><p>Client has accepted. Go ahead.</p>',
  '<p>Kia ora koutou, kua tae mai ngā taputapu hou ki {place}. 👍🏽 Ka tīmata āpōpō.</p>',
  '<p>Cost by the sub: <s>$4,200</s> <strong>$3,650 + GST</strong></p>',
  '<p>Spoke to the inspector on the phone (09&nbsp;555&nbsp;0142, <a href="mailto:inspector@council.example">inspector@council.example</a>). Happy with photos as long as the tag is readable.</p>',
  '<h3>Minutes</h3><p>Present: {name}, designer, sub.<br>1. Lead time is 6&ndash;8 weeks.<br>2. Temporary prop stays.<br>3. &quot;No&quot; to the alternative product.</p>',
  '<p>RE-INSPECTED, NOT ACCEPTED. Same as last time, see first note!!!</p>',
  '<pre>Flow  l/s\nR201  340\nR202  410\nR203  395</pre>',
  '<p>Bitte die Prüfung der Fugen bis 14.&nbsp;wiederholen &ndash; danke, {name}</p>',
];

/** Notes nobody but the people in the office should read. */
export const privateTexts: readonly string[] = [
  '<p>Between us: the sub is behind on three jobs, do not promise the client a date.</p>',
  '<p>Back-charge agreed in principle, {name} keeps the figures.</p>',
];
