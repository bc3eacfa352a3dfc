import { spawnSync } from 'node:child_process';
import { Engine } from 'php-parser';
import { z } from '../zod.ts';
import type { Values } from './run-snippet.ts';

/*
 * For tests: what a PHP snippet asks for. Where PHP is at hand it runs the snippet, with functions that write
 * down what they are called with; elsewhere the snippet is parsed and its constants are followed.
 */

/** True where the snippet is run; otherwise it is parsed alone. */
export const HAS_PHP = spawnSync('php', ['--version']).status === 0;

/** A request that a snippet asks of cURL or of WordPress. */
export interface PhpRequest {
  readonly method: string;
  readonly url: string;
  /** Lines `Name: value`. */
  readonly headers: readonly string[];
  readonly body: string | null;
}

/** The request of a snippet, its variables filled in. */
export function readPhp(snippet: string, values: Values = {}): PhpRequest {
  const filled = snippet.replace(/^\$([a-z\d_]+) = '.*';$/gm, (line, name: string) => {
    const value = values[name.toUpperCase()];
    return value === undefined ? line : `$${name} = '${value.replace(/[\\']/g, '\\$&')}';`;
  });
  const calls = parsedCalls(filled);
  return requestOf(HAS_PHP ? ranCalls(filled) : calls);
}

type Call = readonly [name: string, ...args: unknown[]];

const curlOptions = z.object({
  CURLOPT_CUSTOMREQUEST: z.optional(z.string()),
  CURLOPT_NOBODY: z.optional(z.literal(true)),
  CURLOPT_HTTPHEADER: z.optional(z.array(z.string())),
  CURLOPT_POSTFIELDS: z.optional(z.string()),
  CURLOPT_RETURNTRANSFER: z.literal(true),
});
const wordpressArguments = z.object({
  method: z.string(),
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
});

function requestOf(calls: readonly Call[]): PhpRequest {
  const argumentsOf = (name: string) => calls.find(([called]) => called === name)?.slice(1);
  const wordpress = argumentsOf('wp_remote_request');
  if (wordpress) {
    const { method, headers = {}, body = null } = wordpressArguments.parse(wordpress[1]);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return { method, url: z.string().parse(wordpress[0]), headers: lines, body };
  }
  const options = curlOptions.parse(argumentsOf('curl_setopt_array')?.[1]);
  return {
    method: options.CURLOPT_NOBODY ? 'HEAD' : (options.CURLOPT_CUSTOMREQUEST ?? 'GET'),
    url: z.string().parse(argumentsOf('curl_init')?.[0]),
    headers: options.CURLOPT_HTTPHEADER ?? [],
    body: options.CURLOPT_POSTFIELDS ?? null,
  };
}

const STAND_INS = `
const CURLOPT_CUSTOMREQUEST = 'CURLOPT_CUSTOMREQUEST';
const CURLOPT_NOBODY = 'CURLOPT_NOBODY';
const CURLOPT_HTTPHEADER = 'CURLOPT_HTTPHEADER';
const CURLOPT_POSTFIELDS = 'CURLOPT_POSTFIELDS';
const CURLOPT_RETURNTRANSFER = 'CURLOPT_RETURNTRANSFER';
const CURLINFO_RESPONSE_CODE = 'CURLINFO_RESPONSE_CODE';
function note( $name, ...$args ) {
	fwrite( STDERR, json_encode( array_merge( array( $name ), $args ) ) . "\\n" );
}
function curl_init( $url ) { note( 'curl_init', $url ); return null; }
function curl_setopt_array( $curl, $options ) { note( 'curl_setopt_array', null, $options ); }
function curl_exec( $curl ) { return ''; }
function curl_getinfo( $curl, $what ) { return 200; }
function curl_error( $curl ) { return ''; }
function wp_remote_request( $url, $options ) { note( 'wp_remote_request', $url, $options ); return array(); }
function is_wp_error( $response ) { return false; }
function wp_remote_retrieve_response_code( $response ) { return 200; }
function wp_remote_retrieve_body( $response ) { return ''; }
`;

/** In a namespace, whose own functions and constants go before PHP’s and its extensions’. */
function ranCalls(snippet: string): readonly Call[] {
  const program = snippet.replace(/^<\?php\n/, `<?php\nnamespace Snippet;\n${STAND_INS}`);
  const { stderr, status } = spawnSync('php', [], { input: program, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const call = z.tuple([z.string()], z.unknown());
  return stderr
    .trim()
    .split('\n')
    .map((line) => call.parse(JSON.parse(line)));
}

const looseNode = z.looseObject({ kind: z.string() });
const nodes = z.array(looseNode);
type Node = z.infer<typeof looseNode>;

function parsedCalls(snippet: string): readonly Call[] {
  const engine = new Engine({ parser: { suppressErrors: false } });
  const { children } = z
    .object({ children: nodes })
    .parse(engine.parseCode(snippet, 'request.php'));
  const calls: Call[] = [];
  const variables = new Map<unknown, unknown>();
  const evaluate = (raw: unknown): unknown => {
    const node = looseNode.parse(raw);
    switch (node.kind) {
      case 'expressionstatement':
        return evaluate(node.expression);
      case 'assign':
        variables.set(looseNode.parse(node.left).name, evaluate(node.right));
        return null;
      case 'variable':
        return variables.get(node.name);
      case 'string':
      case 'boolean':
        return node.value;
      case 'bin':
        return `${evaluate(node.left)}${evaluate(node.right)}`;
      case 'array':
        return arrayOf(nodes.parse(node.items), evaluate);
      case 'name':
        return node.name;
      case 'call':
        calls.push([
          z.string().parse(evaluate(node.what)),
          ...nodes.parse(node.arguments).map(evaluate),
        ]);
        return null;
      // What is said of the answer.
      case 'echo':
      case 'if':
        return null;
      default:
        throw new Error(`A snippet has no ${node.kind}.`);
    }
  };
  for (const child of children) evaluate(child);
  return calls;
}

/** A list, or an object where entries have keys. */
function arrayOf(items: readonly Node[], evaluate: (node: unknown) => unknown): unknown {
  if (items.every(({ key }) => key === null)) return items.map(({ value }) => evaluate(value));
  return Object.fromEntries(items.map(({ key, value }) => [evaluate(key), evaluate(value)]));
}
