import { Banner } from '../session/Banner.tsx';

/** The popup of an extension whose background does not answer. */
export function Silent() {
  return (
    <Banner
      tone="bad"
      title="The extension did not answer."
      text="Its background could not be reached. Close this popup and open it again."
    />
  );
}
