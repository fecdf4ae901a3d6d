import { readFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { expect, test } from 'vitest';
import { scriptHash } from '@/lib/cache/inline-script';
import { prefetchRuleHashes } from '@/lib/edge-config/prefetch-rules';
import { securityPolicy } from '@/lib/edge-config/security-policy';
import { inAscii, readersScripts } from './build.mjs';

test('a program says the same in letters of one byte', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template, as text
  const program = 'return [/[০-৯]ক/u.test("৭ক"), `খবর ${1 + 1}।`, "🌊".length, /^🌊$/u.test("🌊")]';
  const ascii = inAscii(program);
  expect(ascii).toMatch(/^[\0-\x7F]+$/);
  expect(new Function(ascii)()).toEqual(new Function(program)());
  expect(new Function(ascii)()).toEqual([true, 'খবর 2।', 2, true]);
  expect(() => inAscii('/\\।/')).toThrow('behind a backslash');
});

test('nginx permits on a page of its own what the edge server does, with the very script that stands in it', async () => {
  const [, , first] = readersScripts;
  const { outputFiles } = await build({ ...(first as BuildOptions), minify: true, write: false });
  const [{ text } = { text: '' }] = outputFiles ?? [];
  const sum = scriptHash(text.trim());
  const { withCards } = securityPolicy(false, [], () => [sum, ...prefetchRuleHashes]);
  const nginx = readFileSync('deploy/nginx.conf', 'utf8');

  const configuredHeaders = Object.fromEntries(
    [...nginx.matchAll(/^ {6}add_header (\S+) "?([^"\n]*?)"?;$/gm)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replace('$upgrade', ''),
    ]),
  );
  expect(configuredHeaders).toMatchObject(Object.fromEntries(withCards));
});
