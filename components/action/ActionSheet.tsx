import { useState } from 'preact/hooks';
import { type Act, changesAnything, type PlannedAct } from '../../lib/action/act.ts';
import { actRequests } from '../../lib/action/act-requests.ts';
import { byV2, v1RefusalWords } from '../../lib/action/v1-refusal-words.ts';
import { Note } from '../ui/Note.tsx';
import { SheetFrame, type SheetFrameProps } from './SheetFrame.tsx';
import { WhichCart } from './WhichCart.tsx';

interface ActionSheetProps
  extends Pick<SheetFrameProps, 'guard' | 'onClose' | 'onUnlock' | 'onListAsSafe'> {
  readonly planned: PlannedAct;
  readonly onSend: (act: Act) => void;
}

const KEPT =
  'The cart from before is kept until the browser closes: undo brings it back, as far as the store lets it.';

/** Of what a person may have typed into a line it has to be known that it is kept. */
const SNAPSHOT =
  'Its lines, with their item data, which may be personal, are kept as a snapshot beyond that.';

const SESSION =
  'Then the browser gets back the session cookie that it had before: its storefront shows the cart of that session again, in place of the one that it shows now.';

/** An act before it is sent: in which cart, every request to the letter, what is lost. */
export function ActionSheet({ planned, onSend, ...rest }: ActionSheetProps) {
  const [act, setAct] = useState(planned.act);
  const refusal = v1RefusalWords(act);
  const changes = changesAnything(act);
  return (
    <SheetFrame
      {...rest}
      title={act.title}
      destroys={act.destroys}
      cart={<WhichCart target={act.target} />}
      notes={
        refusal && (
          <Note title={refusal.title} tone="warn">
            <p>{refusal.byV2}</p>
            <button type="button" class="button" onClick={() => setAct(byV2(act))}>
              Use the API v2 for this
            </button>
          </Note>
        )
      }
      losses={planned.losses}
      requests={actRequests(act)}
      cartKey={act.target.key}
      version={act.target.version}
      leftOut={planned.leftOut}
      readsOnly={!changes}
      kept={changes ? keptWords(act) : 'Nothing is written.'}
      onSend={() => onSend(act)}
    />
  );
}

function keptWords({ session, destroys }: Act): string {
  return [session && SESSION, KEPT, destroys && SNAPSHOT].filter(Boolean).join(' ');
}
