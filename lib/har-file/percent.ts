/** A part of a query or a form as it is meant, `+` for a space included; as it stands where it is garbled. */
export function decodePart(raw: string): string {
  return decodePercent(raw.replaceAll('+', ' '));
}

/** Percent-encoded text as it is meant; as it stands where it is garbled. */
export function decodePercent(raw: string): string {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    // One bad sequence hides no good one.
    return raw.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}

/** What stands for `mapped`: the raw text where nothing changed, else the mapped one encoded. */
export function encodeLike(raw: string, text: string, mapped: string): string {
  return mapped === text ? raw : encodeURIComponent(mapped);
}
