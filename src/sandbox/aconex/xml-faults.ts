import type { Next } from 'hono';
import { applyFault } from '../fault-answers.ts';
import type { Fault } from '../faults.ts';
import type { SandboxContext } from '../http.ts';
import { element, escapeXml, writeElement } from './xml.ts';

/** The faults that change what an answer says, and so have to know how it is written. */
type WordFault = Extract<Fault, { kind: 'emptyList' | 'unknownValues' | 'replace' }>;

const isWordFault = (fault: Fault): fault is WordFault =>
  fault.kind === 'emptyList' || fault.kind === 'unknownValues' || fault.kind === 'replace';

const project = /^ {8}<Project .*?^ {8}<\/Project>\n/gms;

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Sets the text of an element, or removes it, in the project at a place: `['Project', 0, 'ProjectName']`. An attribute is
 * named `['Project', 0, '@Active']`. Any other path is in no answer and changes nothing.
 */
const replaced = (xml: string, { at, value }: Extract<WordFault, { kind: 'replace' }>): string => {
  const [root, wanted, name] = at;
  if (root !== 'Project' || typeof name !== 'string') return xml;
  const text = value === null ? '' : escapeXml(typeof value === 'string' ? value : JSON.stringify(value ?? null));
  const change = (whole: string): string => {
    if (name.startsWith('@')) {
      const attribute = new RegExp(` ${escapePattern(name.slice(1))}="[^"]*"`);
      return whole.replace(attribute, () => (value === undefined ? '' : ` ${name.slice(1)}="${text}"`));
    }
    const found = new RegExp(`<${escapePattern(name)}(?:/>|>.*?</${escapePattern(name)}>)`, 's');
    return whole.replace(found, () => (value === undefined ? '' : `<${name}>${text}</${name}>`));
  };
  let place = -1;
  return xml.replaceAll(project, (whole) => {
    place += 1;
    return place === wanted ? change(whole) : whole;
  });
};

const laterElement = element('FieldOfTomorrow', [element('Part', '1')]);

/** Returns an answer in XML, as this sandbox writes it, with the fault in it. */
const distorted = (xml: string, fault: WordFault): string => {
  if (fault.kind === 'replace') return replaced(xml, fault);
  if (fault.kind === 'emptyList') return xml.replaceAll(project, '').replace(/TotalResults="\d+"/, 'TotalResults="0"');
  return xml
    .replaceAll(/DisconnectionStatus="[^"]*"/g, 'DisconnectionStatus="VALUE OF TOMORROW"')
    .replaceAll('<Project ', '<Project AttributeOfTomorrow="1" ')
    .replaceAll(/^ {8}<\/Project>$/gm, (end) => `${writeElement(laterElement, ' '.repeat(12))}\n${end}`);
};

/** Answers a request with a fault, as `applyFault` does, also where the answer is XML. */
export const applyAconexFault = async (c: SandboxContext, fault: Fault, next: Next): Promise<Response | void> => {
  if (!isWordFault(fault)) return applyFault(c, fault, next);
  await next();
  const type = c.res.headers.get('content-type') ?? '';
  if (!type.includes('xml')) return applyFault(c, fault, () => Promise.resolve());
  const { status } = c.res;
  const xml = distorted(await c.res.text(), fault);
  c.res = undefined;
  c.res = new Response(xml, { status, headers: { 'Content-Type': type } });
};
