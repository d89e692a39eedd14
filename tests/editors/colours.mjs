// Colours every example and standard library by tools/editors, with the tokenizer of VS Code:
//
//   node colours.mjs FOLDER_OF_NODE_MODULES [--update]
//
// What must hold for each of them is below; goldens/*.lq show the scopes themselves.

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const extension = path.join(root, 'tools/editors/vscode');
const installed = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'));
const textmate = installed('vscode-textmate');
const oniguruma = installed('vscode-oniguruma');
const update = process.argv.includes('--update');
const problems = [];

const readJson = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));

async function loadGrammar() {
  const wasm = installed.resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(fs.readFileSync(wasm).buffer);
  const manifest = readJson(extension, 'package.json').contributes.grammars[0];
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => readJson(extension, manifest.path),
  });
  return registry.loadGrammar(manifest.scopeName);
}

// The tokens of a text: line by line, each with its text and its scopes.
function colour(grammar, text) {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      begin: token.startIndex,
      end: token.endIndex,
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes,
    }));
  });
}

// All words of the language, as the lexer has them.
function words() {
  const lexer = fs.readFileSync(path.join(root, 'grammar/LqLexer.g4'), 'utf8');
  return new Set([...lexer.matchAll(/: '([a-z_]+)';/g)].map((match) => match[1]));
}

// Those that are no bare names, as the grammar's page lists them.
function reservedWords() {
  const page = fs.readFileSync(path.join(root, 'grammar/README.md'), 'utf8');
  const lists = page.match(/^Words (?:that begin|of operators)[^.]*\./gm) ?? [];
  return new Set(lists.flatMap((list) => [...list.matchAll(/`([a-z_]+)`/g)].map((match) => match[1])));
}

const deepest = (token) => token.scopes[token.scopes.length - 1];
const has = (token, prefix) => token.scopes.some((scope) => scope.startsWith(prefix));

// Comments, texts, patterns: where they are is told from the text alone.
function wholes(line) {
  const found = [];
  for (const match of line.matchAll(/"(?:[^"\\]|\\.)*"|#.*$|\/(?:[^/\\]|\\.)+\//g)) {
    const scope = { '"': 'string.quoted', '#': 'comment.line', '/': 'string.regexp' }[match[0][0]];
    found.push({ begin: match.index, end: match.index + match[0].length, scope });
  }
  return found;
}

// Behind these stands a name, whatever word it is.
const namers = new Set(['becomes', 'choose', 'expect', 'not', 'status', 'proposed', '|']);

function isName(token) {
  return deepest(token).startsWith('variable') || deepest(token).startsWith('entity');
}

function checkLine(where, line, tokens, known) {
  const report = (token, what) => problems.push(`${where}: \`${token.text}\` ${what}: ${token.scopes.join(' ')}`);
  const inside = wholes(line);
  let before = '';
  for (const token of tokens) {
    if (token.text.trim() === '') continue;
    const whole = inside.find((part) => token.begin >= part.begin && token.end <= part.end);
    if (token.scopes.length < 2) report(token, 'has no colour');
    if (has(token, 'invalid')) report(token, 'is coloured as a mistake');
    if (whole && !has(token, whole.scope)) report(token, `is no ${whole.scope}`);
    if (!whole && (has(token, 'string') || has(token, 'comment'))) report(token, 'is no text and no comment');
    const word = token.text.trim();
    if (known.reserved.has(word) && isName(token) && !namers.has(before)) report(token, 'is coloured as a name');
    before = word;
    if (!deepest(token).startsWith('keyword') || deepest(token).includes('unit')) continue;
    for (const part of word.split(/\s+/)) {
      if (!known.all.has(part)) report(token, 'is coloured as a word of the language');
    }
  }
}

function lqFilesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.lq'))
    .map((name) => path.join(folder, name)).sort();
}

// The design's samples are looked at where they are at hand.
function units() {
  const shared = process.env.LQ_SHARED ?? path.join(root, '../shared');
  return [path.join(root, 'examples'), path.join(root, 'stdlib/library'), path.join(shared, 'samples')]
    .flatMap(lqFilesBelow);
}

function checkUnits(grammar) {
  const known = { all: words(), reserved: reservedWords() };
  const files = units();
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    const lines = text.split('\n');
    colour(grammar, text).forEach((tokens, index) => {
      checkLine(`${path.relative(root, file)}:${index + 1}`, lines[index], tokens, known);
    });
  }
  return files.length;
}

// One line a token: its text, and its scopes without what all share.
function shown(grammar, text) {
  const lines = colour(grammar, text).flatMap((tokens) => tokens.filter((token) => token.text.trim() !== '')
    .map((token) => `${token.text.trim()}\t${token.scopes.slice(1).map((scope) => scope.replace(/\.lq$/, '')).join(' ')}`));
  return `${lines.join('\n')}\n`;
}

function checkGoldens(grammar) {
  const files = lqFilesBelow(path.join(here, 'goldens'));
  for (const file of files) {
    const golden = file.replace(/\.lq$/, '.scopes');
    const seen = shown(grammar, fs.readFileSync(file, 'utf8'));
    if (update) fs.writeFileSync(golden, seen);
    if (!fs.existsSync(golden) || fs.readFileSync(golden, 'utf8') !== seen) {
      problems.push(`${path.relative(root, golden)} is not what is seen; look at it with --update and git diff`);
    }
  }
  return files.length;
}

const grammar = await loadGrammar();
const files = checkUnits(grammar);
const goldens = checkGoldens(grammar);
for (const problem of problems.slice(0, 40)) console.log(problem);
console.log(`${files} files and ${goldens} goldens coloured, ${problems.length} problems`);
process.exit(problems.length === 0 && files > 0 && goldens > 0 ? 0 : 1);
