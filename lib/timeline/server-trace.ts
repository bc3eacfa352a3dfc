import { z } from '../zod.ts';

/** Where on the server a refusal came from, as far as an answer tells it. */
export interface TraceFrame {
  /** `includes/class-cocart.php:120` */
  readonly place: string;
  /** `CoCart_Cart_V2_Controller->add_to_cart()` */
  readonly call: string;
}

/** More frames than that nobody reads. */
const MOST = 60;

const text = z.catch(z.optional(z.string()), undefined);
const traceSchema = z.object({
  data: z.object({
    trace: z.array(
      z.object({
        ...{ file: text, class: text, type: text, function: text },
        line: z.catch(z.optional(z.number()), undefined),
      }),
    ),
  }),
});

/** The frames of `data.trace`, which CoCart adds to errors where `WP_DEBUG` is on. */
export function readTrace(json: unknown): readonly TraceFrame[] {
  const parsed = traceSchema.safeParse(json);
  if (!parsed.success) return [];
  return parsed.data.data.trace.slice(0, MOST).map((frame) => ({
    place: frame.file ? `${frame.file}${frame.line ? `:${frame.line}` : ''}` : 'inside PHP',
    call: `${frame.class ?? ''}${frame.type ?? ''}${frame.function ?? '?'}()`,
  }));
}
