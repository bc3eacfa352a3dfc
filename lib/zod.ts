import * as z from 'zod/mini';

// An extension page forbids eval; zod's compiled parsers would try it once and be reported.
z.config({ jitless: true });

export { z };
