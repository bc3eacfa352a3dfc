import type { CopiedRequest } from './copied-request.ts';
import { fetchCall } from './fetch.ts';

/** A module for Node.js 18 or later, whose `fetch` sends what a browser’s may not: cookies and the page it comes from. */
export function node(request: CopiedRequest): string {
  const notes = ['Node.js 18 or later: save as request.mjs'];
  return fetchCall(request, { headers: request.headers, notes, options: [] });
}
