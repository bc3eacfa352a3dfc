import { useMemo } from 'preact/hooks';
import type { Exchange } from '../../lib/http/exchange.ts';
import { type ForeignSession, foreignSessions } from '../../lib/session/foreign-sessions.ts';
import { decodeJwt, type Jwt, looksLikeJwt } from '../../lib/session/jwt.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { AsOf } from './AsOf.tsx';
import { Claims } from './Claims.tsx';
import { Part } from './Part.tsx';
import { SecretText } from './SecretText.tsx';
import type { SiteData } from './use-site-data.ts';

interface TokensProps {
  /** Exchanges that carried a session of another cart API, newest last. */
  readonly foreign: readonly Exchange[];
  readonly data: SiteData;
  readonly now: number;
}

interface Token {
  readonly id: string;
  readonly where: string;
  readonly value: string;
  readonly token: Jwt;
  readonly asOf: number;
}

const MOST = 40;

/** Sign-in tokens and the sessions of other cart APIs: named and decoded, never used. */
export function Tokens({ foreign, data, now }: TokensProps) {
  const sessions = useMemo(() => newestSessions(foreign), [foreign]);
  const tokens = useMemo(() => tokensIn(data), [data]);
  if (sessions.length + tokens.length === 0) return null;
  return (
    <Part
      title="Tokens and other sessions"
      about="Seen beside CoCart’s. They are read in place, not verified, and sent nowhere."
    >
      <ul class="tokens">
        {tokens.map(({ id, where, value, token, asOf }) => (
          <li key={id}>
            <strong>JWT</strong> in {where} <SecretText value={value} what={`token in ${where}`} />{' '}
            <span class="muted">
              as of <AsOf at={asOf} now={now} />
            </span>
            <Claims token={token} now={now} />
          </li>
        ))}
        {sessions.map(({ session, at, by }) => (
          <li key={`${session.side} ${session.name}`}>
            <strong>{session.api}</strong>{' '}
            {session.side === 'request' ? 'sent header' : 'reply header'}{' '}
            <bdi class="mono">{session.name}</bdi>{' '}
            {session.secret ? (
              <SecretText value={session.value} what={session.name} />
            ) : (
              <StoreText text={session.value} most={80} />
            )}
            <span class="why">
              {session.is} Seen in <bdi class="mono">{by}</bdi> · <AsOf at={at} now={now} />
            </span>
            {session.doubt && <span class="why doubt">{session.doubt}</span>}
            {session.token && <Claims token={session.token} now={now} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface Seen {
  readonly session: ForeignSession;
  readonly at: number;
  readonly by: string;
}

/** The last of each header. */
function newestSessions(exchanges: readonly Exchange[]): readonly Seen[] {
  const newest = new Map<string, Seen>();
  for (const exchange of exchanges) {
    const { request, startedAt } = exchange;
    const path = URL.canParse(request.url) ? new URL(request.url).pathname : request.url;
    for (const session of foreignSessions(exchange)) {
      const by = `${request.method} ${path.slice(0, 80)}`;
      newest.set(`${session.side} ${session.name.toLowerCase()}`, { session, at: startedAt, by });
    }
  }
  return [...newest.values()].slice(-MOST);
}

function tokensIn({ cookies, storage }: SiteData): readonly Token[] {
  const kept = [
    ...(cookies?.is === 'read'
      ? cookies.value.cookies.map(({ name, value }) => ({
          where: `the cookie ${name.slice(0, 60)}`,
          value,
          asOf: cookies.value.asOf,
        }))
      : []),
    ...(storage?.is === 'read'
      ? storage.value.entries.map(({ area, name, value }) => ({
          where: `${area} ${name.slice(0, 60)}`,
          value,
          asOf: storage.value.asOf,
        }))
      : []),
  ];
  return kept
    .flatMap(({ where, value: raw, asOf }): Token[] => {
      const value = raw.trim().replace(/^"(.*)"$/, '$1');
      const token = looksLikeJwt(value) ? decodeJwt(value) : null;
      return token?.is === 'jwt' ? [{ id: where, where, value, token, asOf }] : [];
    })
    .slice(0, MOST);
}
