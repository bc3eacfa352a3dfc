import { summaryTexts } from '../../lib/har-file/import-summary.ts';
import type { Imported } from '../../lib/har-file/imported.ts';
import { Banner } from '../session/Banner.tsx';

interface ImportedBannerProps {
  readonly imported: Imported;
  readonly onBack: () => void;
}

/** Says that what is shown is a file's, and not the tab's. */
export function ImportedBanner({ imported, onBack }: ImportedBannerProps) {
  return (
    <Banner
      tone="warn"
      urgent
      title={`Imported: ${imported.name}`}
      text={`${summaryTexts(imported.summary).join(' ')} Not this tab’s calls: those go on being heard.`}
    >
      <button type="button" class="button" onClick={onBack}>
        Back to live
      </button>
    </Banner>
  );
}
