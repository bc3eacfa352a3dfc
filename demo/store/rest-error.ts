import type { JsonObject } from './json.ts';

/** A refusal in WordPress's form: code, message, status, perhaps more data. */
export class RestError extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: JsonObject;

  constructor(code: string, message: string, status: number, data: JsonObject = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = data;
  }

  get body(): JsonObject {
    return {
      code: this.code,
      message: this.message,
      data: { status: this.status, ...this.data },
    };
  }
}

/** A refusal that ends the request early, its errors wrapped as wp_send_json_error() does: `{success:false,data:[…]}`. */
export class WrappedError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }

  get body(): JsonObject {
    return { success: false, data: [{ code: this.code, message: this.message }] };
  }
}
