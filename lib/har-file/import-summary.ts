import { counted } from '../counted.ts';
import { z } from '../zod.ts';

/** What was read of a file. */
export interface ImportSummary {
  /** Entries of the file, whatever they were. */
  readonly entries: number;
  /** CoCart's calls. */
  readonly calls: number;
  /** Calls whose answer the tool wrote without its body. */
  readonly withoutBody: number;
  /** Entries that were no HAR, or too large. */
  readonly unreadable: number;
  /** True where the file ends in the middle. */
  readonly cut: boolean;
}

export const importSummarySchema: z.ZodMiniType<ImportSummary> = z.object({
  entries: z.number(),
  calls: z.number(),
  withoutBody: z.number(),
  unreadable: z.number(),
  cut: z.boolean(),
});

/** What has to be known before believing an imported timeline, one sentence each. */
export function summaryTexts(summary: ImportSummary): readonly string[] {
  const { entries, calls, withoutBody, unreadable, cut } = summary;
  const texts = [`${counted(calls, 'call')} of CoCart among ${entriesText(entries)}.`];
  if (cut) texts.push('The file ends in the middle: what stood before that was read.');
  if (withoutBody > 0) {
    texts.push(
      `${counted(withoutBody, 'answer')} stand there without a body: the tool left it out, so what the cart was then is not known.`,
    );
  }
  if (unreadable > 0) {
    texts.push(`${entriesText(unreadable)} could not be read.`);
  }
  return texts;
}

function entriesText(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
