import { Banner } from '../session/Banner.tsx';

/** Says that nobody answered, rather than that there is nothing to show. */
export function Silent() {
  return (
    <Banner
      tone="bad"
      title="The extension did not answer."
      text="Its background could not be reached. Close this popup and open it again."
    />
  );
}
