import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safeName } from '../../src/main/files/file-names.ts';
import { parseContentDisposition } from '../../src/main/vendors/core/content-disposition.ts';
import { parseJsonAnswer } from '../../src/main/vendors/core/parse-answer.ts';
import { parseXmlAnswer } from '../../src/main/vendors/core/parse-xml.ts';
import { openAnswer } from '../../src/main/vendors/core/read-answer.ts';
import { originOf, typed } from '../support/hostile-fuzz.ts';
import { listOperations } from '../support/list-operations.ts';
import { registeredVendors } from '../support/registered-vendors.ts';

// What once broke something, or was made to. Whoever finds more adds a file to the folder of its parser: its bytes are
// the whole answer, or the whole header.

const CORPUS = new URL('corpus/', import.meta.url);

const filesOf = (folder: string): readonly (readonly [string, Buffer])[] =>
  readdirSync(new URL(`${folder}/`, CORPUS))
    .toSorted()
    .map((name) => [name, readFileSync(new URL(`${folder}/${name}`, CORPUS))]);

const json = filesOf('json');
const forms = filesOf('form');
const xml = filesOf('xml');

/** What of an answer is read, and how it is refused. */
const outcomeOf = (run: () => unknown): 'read' | 'refused' => (typed(run) === null ? 'refused' : 'read');

const READ = ['huge-numbers', 'lone-surrogates', 'name-twice', 'prototype', 'refusal-in-envelope', 'then', 'utf16'];

describe('the corpus (R8)', () => {
  it.each(json)('json/%s is read as JSON or refused, always the same way', (name, bytes) => {
    const expected = READ.includes(name.replace('.bytes', '')) ? 'read' : 'refused';
    expect(outcomeOf(() => parseJsonAnswer(originOf(), bytes))).toBe(expected);
  });

  it.each(forms)('form/%s is not data', (_name, bytes) => {
    expect(outcomeOf(() => parseJsonAnswer(originOf('fuzz', 'application/x-www-form-urlencoded'), bytes))).toBe(
      'refused',
    );
    expect(outcomeOf(() => parseXmlAnswer(originOf(), bytes, []))).toBe('refused');
  });

  it.each(xml)('xml/%s is read as XML or refused, always the same way', (name, bytes) => {
    const expected = ['include.bytes', 'no-such-encoding.bytes', 'other-encoding.bytes'].includes(name)
      ? 'read'
      : 'refused';
    expect(outcomeOf(() => parseXmlAnswer(originOf('fuzz', 'application/xml'), bytes, []))).toBe(expected);
  });

  it.each([
    ['backslashes', 'x.exe'],
    ['blank', null],
    ['extended-broken', 'x.pdf'],
    ['extended-folders', 'x.pdf'],
    ['extended-wins', '€ rates.pdf'],
    ['folders', 'x.pdf'],
    ['many', 'a; filename='],
    ['name-in-name', 'a; filename=b.pdf'],
    ['no-charset', null],
    ['only-dots', '..'],
    ['raw-utf8', 'Überblick.pdf'],
    ['unclosed', null],
  ])('disposition/%s proposes %j', (name, proposed) => {
    const header = readFileSync(new URL(`disposition/${name}.bytes`, CORPUS)).toString('latin1');
    const found = parseContentDisposition(header);
    expect(found).toBe(proposed);
    expect(safeName(found ?? '')).toMatch(/^[^/\\:]*[^/\\:.\s]$/);
  });

  it.each(registeredVendors)('makes no record of $vendor that has no id', ({ definition }) => {
    for (const collection of definition.collections) {
      for (const operation of listOperations(collection)) {
        for (const [, bytes] of [...json, ...forms, ...xml]) {
          const page = typed(() =>
            collection.mapPage(operation, openAnswer(definition, originOf(operation), Uint8Array.from(bytes))),
          );
          for (const { vendorId } of page?.records ?? []) expect(vendorId).toMatch(/\S/);
        }
      }
    }
  });
});
