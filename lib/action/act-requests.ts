import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { type Act, changesAnything } from './act.ts';
import { readRequest } from './read-request.ts';
import { mayChange } from './sent-call.ts';
import { type WriteRequest, writeRequest } from './write-request.ts';

/** One request of an act, and what it is for. */
export interface ActRequest {
  readonly purpose: 'read before' | 'write' | 'read' | 'read after';
  readonly request: WriteRequest;
  /** The same in words, where the purpose alone does not say it. */
  readonly says?: string;
}

/** Every request of an act in the order in which it goes out; fails where the store has no such call. */
export function actRequests(act: Act): Outcome<readonly ActRequest[]> {
  const { target, writes } = act;
  const read = readRequest(target);
  const requests: ActRequest[] = [];
  for (const write of writes) {
    const request = writeRequest(target, write);
    if (!request.ok) return request;
    const isRead = write.do === 'call' && !mayChange(write);
    requests.push({ purpose: isRead ? 'read' : 'write', request: request.value });
  }
  if (!changesAnything(act)) return succeed(requests);
  const before: ActRequest = { purpose: 'read before', request: read };
  // Without a write there is nothing to read back.
  if (writes.length === 0) return succeed([before]);
  return succeed([before, ...requests, { purpose: 'read after', request: read }]);
}

const KEY_IN_URL = /([?&]cart_key=)([^&#]*)/;

/** The address with another text in place of the cart key: masked for a screen, a variable for a shell. */
export function withoutKey(url: string, standIn: string): string {
  return url.replace(KEY_IN_URL, (_, before: string) => before + standIn);
}
