import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { askCheck, askLoad } from '../../lib/load-cart/ask-load.ts';
import { ofVersion } from '../../lib/load-cart/load-options.ts';
import {
  type KeyCheck,
  keyCheckSchema,
  loadReportSchema,
} from '../../lib/load-cart/load-report.ts';
import type { LoadRequest } from '../../lib/load-cart/load-request.ts';
import { refusalToLoad, unreadCase } from '../../lib/load-cart/load-rules.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { CheckedKey } from './CheckedKey.tsx';
import { CheckPress } from './CheckPress.tsx';
import { LinkShown } from './LinkShown.tsx';
import { LoadKey } from './LoadKey.tsx';
import { LoadOptions } from './LoadOptions.tsx';
import { LoadReportView } from './LoadReportView.tsx';
import './load-cart.css';

export interface LoadCartProps {
  /** What to begin with; its key is empty where one is to be pasted. */
  readonly from: LoadRequest;
  readonly tabId: number;
  readonly screen: 'panel' | 'popup';
  readonly stage: WishStage;
  readonly onPerform: (ask: Ask) => void;
  readonly onDismiss: () => void;
  /** Says that the store is locked, and lets it be unlocked; null where it takes writes. */
  readonly locked: ComponentChildren | null;
  /** Puts the way back before the person; null where no screen can show it. */
  readonly onPlan: ((planned: PlannedAct) => void) | null;
}

/**
 * Loads a cart in the browser: the key and the link, a check by its own press, what it empties, and
 * then what became of it. Nothing is sent before the check, and nothing is opened before the second press.
 */
export function LoadCart(props: LoadCartProps) {
  const { from, tabId, screen, stage, locked, onPerform, onDismiss, onPlan } = props;
  const [chosen, setChosen] = useState(from);
  const [pressed, setPressed] = useState<'check' | 'load'>('check');
  const report = stage.is === 'loaded' ? loadReportSchema.safeParse(stage.told) : null;
  if (report?.success) return <LoadReportView report={report.data} onPlan={onPlan} />;
  const told = checkOf(stage);
  const check = told && isAbout(told, chosen) ? told : null;
  // The check may be what tells the version: what can be chosen, and what may be lost, follow it.
  const request = check ? ofVersion(chosen, check.request.version) : chosen;
  const change = (changes: Partial<LoadRequest>) => setChosen({ ...request, ...changes });
  const refusal = request.key === '' ? null : refusalToLoad(unreadCase(request));
  const busy = stage.is === 'running';
  return (
    <div class="load">
      <LoadKey from={from} request={request} onChange={change} />
      {refusal ? (
        <p class="load-refusal" role="status">
          <strong>{refusal.what}</strong> {refusal.why}
        </p>
      ) : (
        <>
          <LoadOptions request={request} onChange={change} />
          {request.key !== '' && <LinkShown request={request} />}
        </>
      )}
      <WishBanner screen={screen} stage={stage} onPerform={onPerform} onDismiss={onDismiss} />
      {busy && pressed === 'load' ? (
        <p role="status">Loading the cart, and reading back what the storefront holds…</p>
      ) : check ? (
        <CheckedKey
          check={check}
          request={request}
          locked={locked}
          onLoad={(accepted) => {
            setPressed('load');
            setChosen(request);
            onPerform(askLoad(tabId, { ...request, accepted }));
          }}
        />
      ) : (
        <CheckPress
          version={request.version}
          busy={busy}
          disabled={request.key === '' || refusal !== null}
          onPress={() => {
            setPressed('check');
            onPerform(askCheck(tabId, request));
          }}
        />
      )}
    </div>
  );
}

/** What the last check found; null where none was made. */
export function checkOf(stage: WishStage): KeyCheck | null {
  const check = stage.is === 'checked' ? keyCheckSchema.safeParse(stage.told) : null;
  return check?.success ? check.data : null;
}

/** Page, tab and switches may still be chosen otherwise after a check; the carts are the same. */
function isAbout({ request, hashed }: KeyCheck, { key, hash, store }: LoadRequest): boolean {
  const isSame = request.key === key && request.store.restRoot === store.restRoot;
  return isSame && hashed === (hash !== null);
}
