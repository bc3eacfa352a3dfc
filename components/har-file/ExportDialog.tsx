import { useMemo, useState } from 'preact/hooks';
import type { Capture } from '../../lib/capture.ts';
import { counted } from '../../lib/counted.ts';
import { callsAmong, type ExportForm, exportFile } from '../../lib/har-file/exports.ts';
import type { Redacted } from '../../lib/har-file/redact.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { FilePreview } from './FilePreview.tsx';
import { HiddenList } from './HiddenList.tsx';
import './har-file.css';
import { saveFile } from './save-file.ts';
import { useRedacted } from './use-redacted.ts';

const FORMS = [
  { value: 'har', label: 'HAR' },
  { value: 'http', label: '.http' },
] as const;

const FORM_WORDS: Readonly<Record<ExportForm, string>> = {
  har: 'Requests with their answers. Import it here on another machine, and the same timeline stands there, without a store; other tools read it too.',
  http: 'The requests alone, for REST clients of editors. Stores, keys and credentials are variables at its head.',
};

interface ExportDialogProps {
  /** What goes out, as it was captured. It has to stay the same while the dialog is open. */
  readonly captures: readonly Capture[];
  readonly onClose: () => void;
}

/** Calls as a file, after showing what of them goes out and what does not. */
export function ExportDialog({ captures, onClose }: ExportDialogProps) {
  const redacted = useRedacted(captures);
  return (
    <Dialog title={`Export ${counted(callsAmong(captures).length, 'call')}`} onClose={onClose}>
      {redacted ? (
        <Choice redacted={redacted} />
      ) : (
        <p class="form-part muted" role="status">
          Taking out what opens carts, signs in, or tells who somebody is…
        </p>
      )}
    </Dialog>
  );
}

function Choice({ redacted }: { readonly redacted: Redacted }) {
  const [form, setForm] = useState<ExportForm>('har');
  const file = useMemo(() => exportFile(redacted.captures, form), [redacted, form]);
  return (
    <>
      <div class="form-part">
        <Segmented label="Form" options={FORMS} value={form} onChange={setForm} />
        <p class="muted">{FORM_WORDS[form]}</p>
        <div class="form-row">
          <button type="button" class="button button-primary" onClick={() => saveFile(file)}>
            Save {file.name}
          </button>
          <CopyButton text={file.text} what="the file" />
        </div>
      </div>
      <HiddenList hidden={redacted.hidden} />
      <FilePreview file={file} />
    </>
  );
}
