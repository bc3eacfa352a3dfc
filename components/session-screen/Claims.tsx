import type { Jwt } from '../../lib/session/jwt.ts';
import { ageText, type TimeText, untilText } from '../../lib/time-text.ts';
import { Moment } from '../session/Moment.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { StoreText } from '../ui/StoreText.tsx';

interface ClaimsProps {
  readonly token: Jwt;
  readonly now: number;
}

/** Characters of the claims that are shown. */
const MOST = 4_000;

/** Clocks may differ by so much, and nothing is said. */
const CLOCK_SKEW_MS = 60_000;

/** Whom a token speaks for, who made it, and until when: the time of its end, and how far off that is. */
export function Claims({ token, now }: ClaimsProps) {
  const { issuedAt, notBefore, expiresAt, issuer, user, doubts } = token;
  return (
    <>
      <span class="why">
        {user !== null && (
          <>
            for <StoreText text={user} most={80} /> ·{' '}
          </>
        )}
        {issuer !== null && (
          <>
            from <StoreText text={issuer} most={80} /> ·{' '}
          </>
        )}
        {issuedAt !== null && (
          <>
            issued <Moment at={issuedAt} now={now} relative={ageOf(issuedAt, now)} show="both" /> ·{' '}
          </>
        )}
        {expiresAt === null ? (
          'names no end'
        ) : (
          <>
            ends <Moment at={expiresAt} now={now} relative={endText(expiresAt, now)} show="both" />
          </>
        )}
      </span>
      {issuedAt !== null && issuedAt > now + CLOCK_SKEW_MS && (
        <span class="why doubt">
          It says that it was issued later than now: the clocks of this machine and of the server
          differ.
        </span>
      )}
      {notBefore !== null && notBefore > now && (
        <span class="why doubt">
          It holds only from{' '}
          <Moment at={notBefore} now={now} relative={untilText(notBefore, now)} show="both" /> on.
        </span>
      )}
      {doubts.map((doubt) => (
        <span key={doubt} class="why doubt">
          {doubt}
        </span>
      ))}
      <Disclosure summary="Claims">
        <pre class="claims">{JSON.stringify(token.claims, null, 2).slice(0, MOST)}</pre>
      </Disclosure>
    </>
  );
}

function ageOf(at: number, now: number): TimeText {
  return at > now + CLOCK_SKEW_MS ? untilText(at, now) : ageText(at, now);
}

/** `expires in 5 min`, `expired 3 min ago`: the verb goes with the words when they are no longer true. */
function endText(at: number, now: number): TimeText {
  const { text, trueForMs } = untilText(at, now);
  return { text: `${at <= now ? 'expired' : 'expires'} ${text}`, trueForMs };
}
