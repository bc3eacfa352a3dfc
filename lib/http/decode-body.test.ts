import { describe, expect, it } from 'vitest';
import { decodeBody, decodeBytes, MAX_BODY_BYTES } from './decode-body.ts';

const json = { base64: false, mimeType: 'application/json', size: null };

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

describe('decodeBody', () => {
  it('leaves text as the browser decoded it', () => {
    expect(decodeBody({ ...json, content: '{"name":"Café"}' })).toEqual({
      text: '{"name":"Café"}',
    });
  });

  it('reads base64 as UTF-8, not as Latin-1', () => {
    const content = base64(new TextEncoder().encode('{"name":"Café ☕"}'));
    expect(decodeBody({ ...json, base64: true, content })).toEqual({ text: '{"name":"Café ☕"}' });
  });

  it('shows text with bad sequences rather than nothing', () => {
    const content = base64(new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(decodeBody({ ...json, base64: true, content })).toEqual({ text: '{\ufffd}' });
  });

  it('reads JSON served without a type in the way Firefox hands it out', () => {
    const content = base64(Buffer.from('{"cart_key":"ü"}', 'latin1'));
    const body = { content, base64: true, mimeType: 'application/octet-stream', size: 17 };
    expect(decodeBody(body)).toEqual({ text: '{"cart_key":"ü"}' });
  });

  it('calls a picture binary', () => {
    const content = base64(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]));
    const body = { content, base64: true, mimeType: 'image/png', size: 9 };
    expect(decodeBody(body)).toEqual({ text: null, missing: 'binary' });
  });

  it('tells a body that was not handed out from one that was never there', () => {
    expect(decodeBody({ ...json, content: '', size: 0 })).toEqual({ text: null, missing: 'none' });
    expect(decodeBody({ ...json, content: null, size: 57 })).toEqual({
      text: null,
      missing: 'unavailable',
    });
    expect(decodeBody({ ...json, content: '', size: 57 })).toEqual({
      text: null,
      missing: 'unavailable',
    });
  });

  it('says so when base64 is garbled', () => {
    expect(decodeBody({ ...json, base64: true, content: '%%%' })).toEqual({
      text: null,
      missing: 'unavailable',
    });
  });

  it('says when a body is beyond what is kept, by what is told and by what is there', () => {
    expect(decodeBody({ ...json, content: '[]', size: MAX_BODY_BYTES + 1 })).toEqual({
      text: null,
      missing: 'too-large',
    });
    expect(decodeBody({ ...json, content: ' '.repeat(MAX_BODY_BYTES + 1) })).toEqual({
      text: null,
      missing: 'too-large',
    });
  });
});

describe('decodeBytes', () => {
  it('reads unnamed bytes as text when they are UTF-8 without control characters', () => {
    expect(decodeBytes(new TextEncoder().encode('héllo\n'), '')).toEqual({ text: 'héllo\n' });
    expect(decodeBytes(new Uint8Array([1, 2, 3]), '')).toEqual({ text: null, missing: 'binary' });
    expect(decodeBytes(new Uint8Array(), 'text/html')).toEqual({ text: null, missing: 'none' });
  });
});
