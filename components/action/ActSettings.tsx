import { useId, useRef, useState } from 'preact/hooks';
import { hostIn } from '../../lib/action/host-lock.ts';
import type { Settings } from '../../lib/settings.ts';
import { Modal } from '../ui/Modal.tsx';
import './action.css';

interface ActSettingsProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onClose: () => void;
}

/** What a person sets once, for all stores: hosts that are never locked, and what goes without being shown. */
export function ActSettings({ settings, onChange, onClose }: ActSettingsProps) {
  const { safeHosts, askOnlyForLoss } = settings;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostIn(typed);
    setWrong(host === null);
    if (host === null) return;
    setTyped('');
    if (!safeHosts.includes(host)) onChange({ ...settings, safeHosts: [...safeHosts, host] });
  };
  return (
    <Modal dialog={dialog} class="sheet sheet-small" labelledBy={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>What is asked before a write</h2>
      <div class="sheet-body">
        <label class="check">
          <input
            type="checkbox"
            checked={askOnlyForLoss}
            onChange={({ currentTarget }) =>
              onChange({ ...settings, askOnlyForLoss: currentTarget.checked })
            }
          />
          <span>
            Ask only for what destroys
            <span class="muted">
              What loses nothing is then sent at the first press, without being shown before. What
              makes an earlier cart again is still shown.
            </span>
          </span>
        </label>
        <section aria-labelledby={`${id}-hosts`}>
          <h3 id={`${id}-hosts`}>Hosts that are never locked</h3>
          <p class="muted">
            Beside those that cannot be a shop in production: localhost, .test, .local, private
            addresses, names without a dot.
          </p>
          {safeHosts.length > 0 && (
            <ul class="safe-hosts">
              {safeHosts.map((host) => (
                <li key={host}>
                  <bdi class="mono">{host}</bdi>
                  <button
                    type="button"
                    class="button"
                    aria-label={`Lock ${host} again`}
                    onClick={() =>
                      onChange({ ...settings, safeHosts: safeHosts.filter((one) => one !== host) })
                    }
                  >
                    Take off
                  </button>
                </li>
              ))}
            </ul>
          )}
          <form class="safe-host-form" onSubmit={add}>
            <label for={`${id}-host`}>Host of a test shop</label>
            <span class="store-form-row">
              <input
                id={`${id}-host`}
                class="field"
                value={typed}
                placeholder="staging.shop.example"
                onInput={({ currentTarget }) => setTyped(currentTarget.value)}
              />
              <button type="submit" class="button">
                Never lock
              </button>
            </span>
            {wrong && (
              <p role="alert" class="field-wrong">
                This is no host: give a name such as staging.shop.example.
              </p>
            )}
          </form>
        </section>
      </div>
      <form method="dialog" class="sheet-buttons">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </Modal>
  );
}
