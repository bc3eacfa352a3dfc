import { useState } from 'preact/hooks';
import type { GlanceLane } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';
import { snapshotOf } from '../../lib/snapshot/snapshot-of.ts';
import { SaveSnapshot } from '../snapshots/SaveSnapshot.tsx';
import '../snapshots/snapshots.css';

interface PopupSaveProps {
  readonly lane: GlanceLane;
  readonly host: PopupHost;
}

/** Saves the cart of the glance as a snapshot; nothing of it is sent. */
export function PopupSave({ lane, host }: PopupSaveProps) {
  const [saved, setSaved] = useState<string | null>(null);
  const { cart } = lane;
  if (!cart?.cart.lines) return null;
  const { cause } = cart;
  return (
    <>
      <SaveSnapshot
        read={() => host.readRecipe(lane.id)}
        save={async (name, recipe) => {
          const { putSnapshot } = await host.openSnapshots();
          return putSnapshot(snapshotOf({ ...lane, cause }, name, recipe));
        }}
        onSaved={setSaved}
      />
      {saved !== null && (
        <p>
          Saved as “<bdi>{saved}</bdi>”. It is compared and made again in DevTools › CoCart ›
          Snapshots.
        </p>
      )}
    </>
  );
}
