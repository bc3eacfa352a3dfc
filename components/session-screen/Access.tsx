import type { Grant, Host } from '../../lib/host.ts';
import { OBSERVING } from '../../lib/optional-permission.ts';
import { announce } from '../ui/announce.ts';
import { AsOf } from './AsOf.tsx';
import { ForgetButton } from './ForgetButton.tsx';
import { Part } from './Part.tsx';
import { useGrants } from './use-grants.ts';

interface AccessProps {
  readonly host: Host;
  readonly now: number;
}

/** What this extension may read, since when and why; the way to give it back, and to forget. */
export function Access({ host, now }: AccessProps) {
  const [grants, readGrants] = useGrants(host);
  const giveBack = async ({ pattern, origin }: Grant) => {
    await host.revoke(pattern);
    await readGrants();
    announce(
      pattern === OBSERVING
        ? 'Calls are no longer listened to'
        : `Access to ${origin} was given back`,
    );
  };
  return (
    <Part title="Access" about="Sites whose cookies, storage and store this extension may read.">
      {grants?.length === 0 && (
        <p>None. What is shown comes from the page’s own calls, which need no access.</p>
      )}
      {grants !== null && grants.length > 0 && (
        <ul class="grants">
          {grants.map((grant) => (
            <li key={grant.pattern}>
              <span class="grant-what">
                {grant.pattern === OBSERVING ? (
                  <strong>Calls of these sites as they happen, with DevTools closed</strong>
                ) : (
                  <bdi class="mono">{grant.pattern}</bdi>
                )}
                <span class="muted">
                  {grant.at === null ? (
                    'given in the browser’s own settings'
                  ) : (
                    <>
                      asked for <AsOf at={grant.at} now={now} />: <bdi>{grant.why}</bdi>
                    </>
                  )}
                </span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={
                  grant.pattern === OBSERVING
                    ? 'Stop listening to calls'
                    : `Give back access to ${grant.pattern}`
                }
                onClick={() => void giveBack(grant)}
              >
                {grant.pattern === OBSERVING ? 'Stop listening' : 'Give back'}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ForgetButton host={host} />
    </Part>
  );
}
