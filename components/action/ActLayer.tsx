import { ActionSheet } from './ActionSheet.tsx';
import { ActSettings } from './ActSettings.tsx';
import { lockPresses } from './StoreLockNote.tsx';
import type { Acts } from './use-acts.ts';

interface ActLayerProps {
  readonly acts: Acts;
  /** True while the settings are open. */
  readonly settings?: boolean;
  readonly onSettingsClose?: () => void;
}

/** What lies over a screen on which a person acts: the act that is put before them, or the settings. */
export function ActLayer({ acts, settings = false, onSettingsClose }: ActLayerProps) {
  const { desk, guard, planned, send, close } = acts;
  if (!desk || !guard) return null;
  return (
    <>
      {planned && (
        <ActionSheet
          planned={planned}
          guard={guard}
          onSend={send}
          onClose={close}
          {...lockPresses(desk, guard)}
        />
      )}
      {settings && onSettingsClose && (
        <ActSettings
          settings={guard.settings}
          onChange={(next) => void desk.putSettings(next)}
          onClose={onSettingsClose}
        />
      )}
    </>
  );
}
