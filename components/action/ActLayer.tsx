import { ActionSheet } from './ActionSheet.tsx';
import { ActSettings } from './ActSettings.tsx';
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
  const { origin } = guard;
  const listAsSafe = () => {
    const safeHosts = [...guard.settings.safeHosts, new URL(origin).hostname];
    void desk.putSettings({ ...guard.settings, safeHosts });
  };
  return (
    <>
      {planned && (
        <ActionSheet
          planned={planned}
          guard={guard}
          onSend={send}
          onClose={close}
          onUnlock={() => void desk.unlock(origin)}
          onListAsSafe={listAsSafe}
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
